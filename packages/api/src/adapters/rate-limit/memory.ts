import { type Allowance, type RateLimiter, slotsPerWindow, type Verdict } from "./rate-limiter.ts";

type Options = {
  /** Milliseconds of a clock that only goes forward. */
  now: () => number;
  /** Keys that are remembered; beyond it the one that was silent for longest is forgotten. */
  maxKeys?: number;
};

/** Slot → hits, and when the last of them is over. */
type Counts = { slots: Map<number, number>; goneAt: number };

/** For one process: the embedded profile, and what is left while Redis is away. The same rule as the script in redis.ts. */
export function memoryRateLimiter({ now, maxKeys = 100_000 }: Options): RateLimiter {
  const all = new Map<string, Counts>();

  function countsOf(key: string): Counts {
    const counts = all.get(key) ?? { slots: new Map<number, number>(), goneAt: 0 };
    // Deleted and set again, so that the map is sorted by the last hit.
    all.delete(key);
    all.set(key, counts);
    return counts;
  }

  function forget(at: number) {
    for (const [key, { goneAt }] of all) {
      if (goneAt > at && all.size <= maxKeys) return;
      all.delete(key);
    }
  }

  return {
    async hit(key, { limit, windowMs }: Allowance): Promise<Verdict> {
      const at = now();
      const width = windowMs / slotsPerWindow;
      const here = Math.floor(at / width);
      forget(at);
      const counts = countsOf(key);
      for (const slot of counts.slots.keys()) if (slot < here - slotsPerWindow) counts.slots.delete(slot);

      const used = Array.from(counts.slots.values()).reduce((sum, hits) => sum + hits, 0);
      if (used < limit) {
        counts.slots.set(here, (counts.slots.get(here) ?? 0) + 1);
        counts.goneAt = (here + slotsPerWindow + 1) * width;
        return { allowed: true };
      }
      let excess = used - limit + 1;
      for (const [slot, hits] of counts.slots) {
        excess -= hits;
        if (excess <= 0) return { allowed: false, retryAfterMs: (slot + slotsPerWindow + 1) * width - at };
      }
      return { allowed: false, retryAfterMs: windowMs };
    },
  };
}

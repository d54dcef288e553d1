import type { Cache } from "./cache.ts";

type Copy = { value: Promise<unknown>; until: number };

/** For one process. The copy is the promise itself, so a second asker waits for the first one's load. */
export function memoryCache({ now }: { now: () => number }): Cache {
  const copies = new Map<string, Copy>();
  return {
    remember<T>(name: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
      const known = copies.get(name);
      // Whoever asks under a name asks for the same thing.
      if (known && now() < known.until) return known.value as Promise<T>;
      // A query of the database runs each time that somebody waits for it; a promise of it runs once.
      const copy: Copy = { value: Promise.resolve().then(load), until: now() + ttlMs };
      copies.set(name, copy);
      copy.value.catch(() => {
        if (copies.get(name) === copy) copies.delete(name);
      });
      return copy.value as Promise<T>;
    },
    async drop(name) {
      copies.delete(name);
    },
  };
}

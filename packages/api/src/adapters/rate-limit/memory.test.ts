import { describe, expect, it } from "vitest";
import { rateLimiterBehaviour } from "./behaviour.ts";
import { memoryRateLimiter } from "./memory.ts";

describe("rate limiter in memory", () => {
  rateLimiterBehaviour(async () => {
    let at = 1_000_000;
    const wait = async (ms: number) => {
      at += ms;
    };
    return { limiter: memoryRateLimiter({ now: () => at }), wait };
  });

  it("never remembers more keys than it may, and forgets first who was silent for longest", async () => {
    const limiter = memoryRateLimiter({ now: () => 0, maxKeys: 3 });
    const once = { limit: 1, windowMs: 60_000, alone: "share" } as const;
    for (const key of ["a", "b", "c", "a", "d", "e"]) await limiter.hit(key, once);
    // "a" was heard again before "d" and "e" came: it is still known, "b" is not.
    expect((await limiter.hit("a", once)).allowed).toBe(false);
    expect((await limiter.hit("b", once)).allowed).toBe(true);
  });
});

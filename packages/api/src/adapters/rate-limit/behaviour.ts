import { expect, it } from "vitest";
import type { Allowance, RateLimiter, Verdict } from "./rate-limiter.ts";

type Driver = { limiter: RateLimiter; wait: (ms: number) => Promise<void> };

/** What every driver must do, in the words of the port. `limiter` is fresh or its keys are; `wait` lets time pass for it. */
export function rateLimiterBehaviour(open: () => Promise<Driver>) {
  const inAMoment = (limit: number): Allowance => ({ limit, windowMs: 2_400, alone: "whole" });
  const inAnHour = (limit: number): Allowance => ({ limit, windowMs: 3_600_000, alone: "whole" });
  const key = () => `rate_limit:{${crypto.randomUUID()}}:test`;
  const count = (verdicts: Verdict[]) => verdicts.filter(({ allowed }) => allowed).length;

  it("allows as many as the limit and refuses the next, with the time to wait", async () => {
    const { limiter } = await open();
    const mine = key();
    for (let hit = 0; hit < 10; hit += 1) expect(await limiter.hit(mine, inAnHour(10))).toEqual({ allowed: true });
    const refused = await limiter.hit(mine, inAnHour(10));
    expect(refused).toEqual({ allowed: false, retryAfterMs: expect.any(Number) });
    const waitMs = refused.allowed ? 0 : refused.retryAfterMs;
    expect(waitMs).toBeGreaterThan(3_600_000 - 1);
    expect(waitMs).toBeLessThanOrEqual(3_600_000 + 300_000);
  });

  it("allows exactly as many of those that come at the same moment", async () => {
    const { limiter } = await open();
    const mine = key();
    expect(count(await Promise.all(Array.from({ length: 200 }, () => limiter.hit(mine, inAnHour(50)))))).toBe(50);
  });

  it("counts each key by itself", async () => {
    const { limiter } = await open();
    const [mine, theirs] = [key(), key()];
    await limiter.hit(mine, inAnHour(1));
    expect((await limiter.hit(mine, inAnHour(1))).allowed).toBe(false);
    expect((await limiter.hit(theirs, inAnHour(1))).allowed).toBe(true);
  });

  it("allows again after the time it named, and not all at once", async () => {
    const { limiter, wait } = await open();
    const mine = key();
    await limiter.hit(mine, inAMoment(2));
    await wait(1_000);
    await limiter.hit(mine, inAMoment(2));
    const refused = await limiter.hit(mine, inAMoment(2));
    if (refused.allowed) throw new Error("the third was allowed");
    await wait(refused.retryAfterMs);
    expect((await limiter.hit(mine, inAMoment(2))).allowed).toBe(true);
    // The second of the first two still counts: a window that slides, not one that begins anew.
    expect((await limiter.hit(mine, inAMoment(2))).allowed).toBe(false);
  });

  it("is not kept closed by somebody who goes on knocking", async () => {
    const { limiter, wait } = await open();
    const mine = key();
    await limiter.hit(mine, inAMoment(1));
    for (let knock = 0; knock < 13; knock += 1) {
      await limiter.hit(mine, inAMoment(1));
      await wait(200);
    }
    const verdicts = [];
    for (let knock = 0; knock < 3; knock += 1) verdicts.push(await limiter.hit(mine, inAMoment(1)));
    expect(count(verdicts)).toBeLessThanOrEqual(1);
    await wait(2_700);
    expect((await limiter.hit(mine, inAMoment(1))).allowed).toBe(true);
  });
}

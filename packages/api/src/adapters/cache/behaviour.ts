import { expect, it } from "vitest";
import type { Cache } from "./cache.ts";

/** What every driver must do, in the words of the port. `open` gives a cache whose names are fresh. */
export function cacheBehaviour(open: () => Promise<{ cache: Cache; wait: (ms: number) => Promise<void> }>) {
  const name = () => `test-${crypto.randomUUID()}`;
  const hour = 3_600_000;
  /** Gives 1, then 2, then 3. */
  const counting = () => {
    let loads = 0;
    return async () => ({ loads: (loads += 1) });
  };

  it("loads once and remembers", async () => {
    const { cache } = await open();
    const [mine, load] = [name(), counting()];
    expect(await cache.remember(mine, hour, load)).toEqual({ loads: 1 });
    expect(await cache.remember(mine, hour, load)).toEqual({ loads: 1 });
    expect(await cache.remember(name(), hour, load)).toEqual({ loads: 2 });
  });

  it("loads once for all who ask at the same moment", async () => {
    const { cache } = await open();
    const [mine, load] = [name(), counting()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => cache.remember(mine, hour, load)));
    expect(new Set(answers.map(({ loads }) => loads))).toEqual(new Set([1]));
  });

  it("loads again after its time, and at once when it was dropped", async () => {
    const { cache, wait } = await open();
    const [mine, load] = [name(), counting()];
    await cache.remember(mine, 100, load);
    await wait(150);
    expect(await cache.remember(mine, hour, load)).toEqual({ loads: 2 });
    await cache.drop(mine);
    expect(await cache.remember(mine, hour, load)).toEqual({ loads: 3 });
  });

  it("does not show after a drop what was read before it, however late that comes", async () => {
    const { cache } = await open();
    const mine = name();
    const [begun, late] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
    const asked = cache.remember(mine, hour, () => {
      begun.resolve();
      return late.promise;
    });
    await begun.promise;
    await cache.drop(mine);
    late.resolve("old");
    expect(await asked).toBe("old");
    expect(await cache.remember(mine, hour, async () => "new")).toBe("new");
  });

  it("remembers no failure", async () => {
    const { cache } = await open();
    const mine = name();
    await expect(cache.remember(mine, hour, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await cache.remember(mine, hour, async () => "here")).toBe("here");
  });
}

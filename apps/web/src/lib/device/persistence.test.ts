import { describe, expect, it } from "vitest";
import { createPersistence } from "./persistence.ts";

function storage(before: boolean, after: boolean | Error) {
  const asked: string[] = [];
  return {
    asked,
    persisted: async () => before,
    persist: async () => {
      asked.push("persist");
      if (after instanceof Error) throw after;
      return after;
    },
  };
}

describe("what this device keeps", () => {
  it("is asked for once, and told to whoever watches", async () => {
    for (const [granted, answer] of [
      [true, "kept"],
      [false, "evictable"],
    ] as const) {
      const browser = storage(false, granted);
      const persistence = createPersistence(browser);
      const seen: string[] = [];
      persistence.watch(() => seen.push(persistence.get()));
      expect(persistence.get()).toBe("unknown");
      await Promise.all([persistence.ask(), persistence.ask()]);
      expect([browser.asked, seen]).toEqual([["persist"], [answer]]);
    }
  });

  it("is not asked for when it is granted already", async () => {
    const browser = storage(true, false);
    const persistence = createPersistence(browser);
    await persistence.ask();
    expect([browser.asked, persistence.get()]).toEqual([[], "kept"]);
  });

  it("stays unknown in a browser that knows nothing of this, or fails", async () => {
    for (const browser of [undefined, {}, storage(false, new Error("no"))]) {
      const persistence = createPersistence(browser);
      await persistence.ask();
      expect(persistence.get()).toBe("unknown");
    }
  });
});

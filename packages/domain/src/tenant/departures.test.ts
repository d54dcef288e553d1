import { describe, expect, it } from "vitest";
import { needsNewKey } from "./departures.ts";

describe("a unit that somebody has left", () => {
  it("needs a new key while it works with one that they left with, or with an older one", () => {
    expect(needsNewKey(1, 1)).toBe(true);
    expect(needsNewKey(1, 2)).toBe(true);
  });

  it("needs none once it has a newer one, or before it has any", () => {
    expect(needsNewKey(2, 1)).toBe(false);
    expect(needsNewKey(null, 1)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { outcome } from "../testing/fixtures.ts";
import { maximumPaddedLength, padme } from "./padding.ts";

describe("padding", () => {
  it.each([
    [0, 1024],
    [1, 1024],
    [1024, 1024],
    [1025, 1088],
    [1088, 1088],
    [1089, 1152],
    [65_535, 65_536],
    [65_537, 67_584],
    [262_112, 262_144],
    [1_000_000, 1_015_808],
    [2 ** 33, 2 ** 33],
  ])("makes %i bytes into %i", (length, padded) => {
    expect(padme(length)).toBe(padded);
  });

  it("refuses one byte more than the format can hold", async () => {
    expect(await outcome(() => padme(maximumPaddedLength))).toBe("accepted");
    expect(await outcome(() => padme(maximumPaddedLength + 1))).toBe("E_LIMIT");
  });

  it("never shortens, never adds more than 6.25 %, and leaves a padded length as it is", () => {
    for (let length = 1025; length < 2 ** 33; length = Math.floor(length * 1.013) + 1) {
      const padded = padme(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded / length).toBeLessThanOrEqual(1.0625);
      expect(padme(padded)).toBe(padded);
    }
  });

  it("lets only 577 different lengths exist below 2 GiB", () => {
    const lengths = new Set<number>();
    for (let length = 1; length < 2 ** 31; length = padme(length) + 1) lengths.add(padme(length));
    expect(lengths.size).toBe(577);
  });
});

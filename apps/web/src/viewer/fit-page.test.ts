import { describe, expect, it } from "vitest";
import { fitPage, mostPixels } from "./fit-page.ts";
import { longestSide } from "./messages.ts";

const a4 = { width: 595, height: 842 };

describe("the size of a drawn page", () => {
  it("fills the width that it is given, at the density of the screen", () => {
    const { width, height, density } = fitPage(a4, 1190, 2);
    expect([width, height, density]).toEqual([1190, 1684, 2]);
  });

  it("never needs a canvas of more than 16 megapixels or a side of more than 16384", () => {
    for (const page of [
      a4,
      { width: 14_400, height: 14_400 },
      { width: 1, height: 14_400 },
      { width: 14_400, height: 1 },
    ])
      for (const wanted of [200, 1280, 6000]) {
        const { width, height, density } = fitPage(page, wanted, 3);
        expect(width * density * (height * density)).toBeLessThanOrEqual(mostPixels * 1.000_001);
        expect(Math.max(width, height)).toBeLessThanOrEqual(longestSide);
        expect(Math.max(width, height) * density).toBeLessThanOrEqual(longestSide);
      }
  });
});

import { describe, expect, it } from "vitest";
import { type Crop, cropOfPicture, cutOut, isCropped, mostCut, noCrop, turnCrop } from "./crop.ts";

const crop: Crop = { top: 10, right: 20, bottom: 30, left: 5 };

describe("what is cut off a photo", () => {
  it("turns with the photo", () => {
    expect(turnCrop(crop)).toEqual({ top: 5, right: 10, bottom: 20, left: 30 });
    expect(turnCrop(turnCrop(turnCrop(turnCrop(crop))))).toEqual(crop);
  });

  it("is found at the sides of the picture itself, however it is turned", () => {
    expect(cropOfPicture(crop, 0)).toEqual(crop);
    for (const turns of [1, 2, 3]) {
      let shown = crop;
      for (let turn = 0; turn < turns; turn += 1) shown = turnCrop(shown);
      expect(cropOfPicture(shown, turns)).toEqual(crop);
    }
  });

  it("leaves the rest, and always something", () => {
    expect(cutOut(crop, 400, 200)).toEqual({ x: 20, y: 20, width: 300, height: 120 });
    expect(cutOut(noCrop, 400, 200)).toEqual({ x: 0, y: 0, width: 400, height: 200 });
    const most = { top: mostCut, right: mostCut, bottom: mostCut, left: mostCut };
    expect(cutOut(most, 3, 3)).toMatchObject({ width: 1, height: 1 });
    expect([isCropped(noCrop), isCropped({ ...noCrop, left: 1 })]).toEqual([false, true]);
  });
});

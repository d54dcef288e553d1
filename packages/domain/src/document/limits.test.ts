import { expect, it } from "vitest";
import { largestSubmissionBytes, roomBeside } from "./limits.ts";

it("leaves beside files what is left of the whole, down to nothing", () => {
  expect(roomBeside([])).toBe(largestSubmissionBytes);
  expect(roomBeside([{ size: 2_000_000_000 }, { size: 1 }])).toBe(2_999_999_999);
  expect(roomBeside([{ size: largestSubmissionBytes }])).toBe(0);
  expect(roomBeside([{ size: largestSubmissionBytes }, { size: 1 }])).toBe(0);
});

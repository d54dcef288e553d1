import { expect, it } from "vitest";
import { largestSubmissionBytes, limits, roomBeside } from "./limits.ts";

it("leaves beside files what is left of the whole, down to nothing", () => {
  expect(roomBeside([])).toBe(largestSubmissionBytes);
  expect(roomBeside([{ size: 2_000_000_000 }, { size: 1 }])).toBe(2_999_999_999);
  expect(roomBeside([{ size: largestSubmissionBytes }])).toBe(0);
  expect(roomBeside([{ size: largestSubmissionBytes }, { size: 1 }])).toBe(0);
});

it("promises nobody a submission that the server would refuse: an eighth is enough for padding, and there is more", () => {
  expect(largestSubmissionBytes * 1.125).toBeLessThan(limits.submissionBytes);
});

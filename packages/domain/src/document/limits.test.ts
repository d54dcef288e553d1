import { expect, it } from "vitest";
import { bytesBeside, fitsBeside, largestSubmissionBytes, limits, roomBeside } from "./limits.ts";

it("leaves beside files what is left of the whole, down to nothing", () => {
  expect(roomBeside([])).toBe(largestSubmissionBytes);
  expect(roomBeside([{ size: 2_000_000_000 }, { size: 1 }])).toBe(2_999_999_999);
  expect(roomBeside([{ size: largestSubmissionBytes }])).toBe(0);
  expect(roomBeside([{ size: largestSubmissionBytes }, { size: 1 }])).toBe(0);
});

it("counts together what is submitted together, and after that what the same side has added since", () => {
  const receivedAt = new Date("2026-11-21T12:00:00Z");
  const document = (sender: "citizen" | "official", storedAt: string, bodyLength: number) => {
    return { sender, storedAt: new Date(storedAt), bodyLength };
  };
  const documents = [
    document("citizen", "2026-11-21T11:59:59Z", 1),
    document("citizen", "2026-11-21T12:00:00Z", 10),
    document("citizen", "2026-11-21T12:00:01Z", 100),
    document("official", "2026-11-22T12:00:00Z", 1_000),
  ];
  expect(bytesBeside(null, "citizen", documents)).toBe(111);
  expect(bytesBeside(receivedAt, "citizen", documents)).toBe(100);
  expect(bytesBeside(receivedAt, "official", documents)).toBe(1_000);
});

it("takes what fills the room to its end, and not a byte more", () => {
  expect(fitsBeside(limits.submissionBytes - 7, 7)).toBe(true);
  expect(fitsBeside(limits.submissionBytes - 7, 8)).toBe(false);
});

it("leaves beside what is stored already room for nothing that the server would refuse", () => {
  for (const stored of [0, 1_000_000_000, largestSubmissionBytes - 1]) {
    const room = roomBeside([], stored);
    expect(room).toBe(largestSubmissionBytes - stored);
    expect(fitsBeside(stored, Math.ceil(room * 1.125))).toBe(true);
  }
  expect(roomBeside([{ size: 1 }], largestSubmissionBytes)).toBe(0);
});

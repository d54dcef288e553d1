import { describe, expect, it } from "vitest";
import { formatCursor, parseCursor } from "./changes.ts";
import { uuidPattern, uuidv7 } from "./ids.ts";

const unit = "unit:0192f0a1-0000-7000-8000-00000000abcd";
const citizen = "citizen:0192f0a1-0000-7000-8000-00000000abce";

describe("cursor of a live stream", () => {
  it("survives the trip through an event id", () => {
    const cursor = new Map([
      [unit, 12],
      [citizen, 0],
    ]);
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
  });

  it("leaves out what is not a feed with a number", () => {
    expect(parseCursor(`${unit}=12,${unit}=-1,tenant:x=3,${citizen}=1e9,=,`)).toEqual(new Map([[unit, 12]]));
    expect(parseCursor("")).toEqual(new Map());
  });
});

describe("uuidv7", () => {
  it("sorts by time and is a valid UUID whatever the random bytes", () => {
    const early = uuidv7(new Date("2026-11-21T12:00:00.000Z"), new Uint8Array(10).fill(255));
    const late = uuidv7(new Date("2026-11-21T12:00:00.001Z"), new Uint8Array(10));
    expect(early < late).toBe(true);
    for (const id of [early, late]) expect(id).toMatch(uuidPattern);
  });
});

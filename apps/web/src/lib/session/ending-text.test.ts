import { warningMinutes } from "@dvd/domain/session/limits";
import { describe, expect, it } from "vitest";
import { endingText } from "./ending-text.ts";

describe("the time that is left", () => {
  it("is said in words, and in three different ones over the whole warning", () => {
    const said = new Set<string>();
    for (let seconds = warningMinutes * 60; seconds > 0; seconds -= 1) said.add(endingText(seconds));
    expect([...said]).toEqual(["session.left.twoMinutes", "session.left.oneMinute", "session.left.seconds"]);
  });
});

import { describe, expect, it } from "vitest";
import { findRecoveryKey, rangeOfGroup } from "./recovery-text.ts";

const key = "AB12C-DE34F-GH56J-KM78N-PQ90R-ST12V-WX34Y-ZA56B";

describe("a saved recovery key", () => {
  it("is found between the sentences around it", () => {
    expect(findRecoveryKey(`Ihr Schlüssel\r\n\r\n    ${key}\r\n\r\nGut aufbewahren.`)).toBe(key);
  });

  it("is found alone in its file", () => {
    expect(findRecoveryKey(`${key}\n`)).toBe(key);
  });

  it("is not found where there are only seven groups, or other words", () => {
    expect(findRecoveryKey(key.slice(0, -6))).toBeNull();
    expect(findRecoveryKey("Einkaufszettel: Milch, Brot")).toBeNull();
  });
});

describe("the place of a wrong group", () => {
  it("is the group as typed", () => {
    const { start, end } = rangeOfGroup(key, 2);
    expect(key.slice(start, end)).toBe("GH56J");
  });

  it("is found without separators, too", () => {
    const typed = key.replaceAll("-", "");
    const { start, end } = rangeOfGroup(typed, 7);
    expect(typed.slice(start, end)).toBe("ZA56B");
  });

  it("ends with the text when the last group is too short", () => {
    const typed = key.slice(0, -2);
    const { start, end } = rangeOfGroup(typed, 7);
    expect(typed.slice(start, end)).toBe("ZA5");
  });
});

import { describe, expect, it } from "vitest";
import { codeOf } from "../errors.ts";
import { jsonLimits, refuseLargeJson } from "./json-shape.ts";

const verdictOn = (text: string) => {
  try {
    refuseLargeJson(text);
    return "taken";
  } catch (error) {
    return codeOf(error);
  }
};
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const listOf = (length: number) => `[${Array(length).fill("0").join(",")}]`;
const objectOf = (length: number) => JSON.stringify(Object.fromEntries(Array.from({ length }, (_, key) => [key, 0])));

describe("JSON of a stranger", () => {
  it("is taken up to a depth, and refused beyond it", () => {
    expect(verdictOn(nested(jsonLimits.depth))).toBe("taken");
    expect(verdictOn(nested(jsonLimits.depth + 1))).toBe("request.too-large");
    expect(verdictOn('{"a":'.repeat(jsonLimits.depth + 1))).toBe("request.too-large");
    expect(verdictOn(`[${Array(1_000).fill("[]").join(",")}]`)).toBe("taken");
  });

  it("is taken up to a number of entries and keys, and refused beyond it", () => {
    expect(verdictOn(listOf(jsonLimits.members))).toBe("taken");
    expect(verdictOn(listOf(jsonLimits.members + 2))).toBe("request.too-large");
    expect(verdictOn(objectOf(jsonLimits.members / 2))).toBe("taken");
    expect(verdictOn(objectOf(jsonLimits.members))).toBe("request.too-large");
  });

  it("may hold whatever it likes inside of a text", () => {
    for (const text of ["[".repeat(100), ",".repeat(10_000), '"[{', '\\"[[', "\\", "{\u2028}"])
      expect(verdictOn(JSON.stringify({ text: text.repeat(20) }))).toBe("taken");
    expect(verdictOn(`"\\\\"${"[".repeat(17)}`)).toBe("request.too-large");
  });
});

import { describe, expect, it } from "vitest";
import { longestSide, longestText, parseReport } from "./messages.ts";

const shown = { kind: "shown", page: 3, zoom: 1, pages: 8, width: 600, height: 800 };

describe("a message of the viewer", () => {
  it("is taken in each of its four shapes", () => {
    for (const report of [
      { kind: "ready" },
      { kind: "failed", reason: "password" },
      { kind: "text", page: 1, text: "" },
      { kind: "text", page: 1, text: "x".repeat(longestText) },
      shown,
      { ...shown, page: 8, width: longestSide },
    ])
      expect(parseReport(report)).toEqual(report);
  });

  it("is dropped when anything about it is different", () => {
    for (const message of [
      null,
      "ready",
      {},
      { kind: "open" },
      { kind: "failed", reason: "because" },
      { kind: "text", page: 0, text: "" },
      { kind: "text", page: 1, text: "x".repeat(longestText + 1) },
      { kind: "text", page: 1, text: { toString: () => "" } },
      { ...shown, page: 9 },
      { ...shown, page: 1.5 },
      { ...shown, pages: "8" },
      { ...shown, pages: Number.POSITIVE_INFINITY },
      { ...shown, width: longestSide + 1 },
      { ...shown, height: 0 },
      { ...shown, height: Number.NaN },
      { ...shown, zoom: 11 },
    ])
      expect([message, parseReport(message)]).toEqual([message, null]);
  });

  it("loses the fields that nobody asked for", () => {
    expect(parseReport({ ...shown, href: "https://elsewhere.example" })).toEqual(shown);
  });
});

import { describe, expect, it } from "vitest";
import { momentText, recentText } from "./date-text.ts";

const now = new Date("2026-11-21T13:11:00Z");

describe("a point in time for people", () => {
  it("is German time, whatever the device says", () => {
    expect(momentText(now.toISOString(), "de")).toBe("21. November 2026, 14:11 Uhr");
    expect(momentText(now.toISOString(), "en")).toBe("21 November 2026, 14:11");
  });

  it.each([
    ["2026-11-21T07:05:00Z", "heute, 08:05 Uhr"],
    ["2026-11-20T22:59:00Z", "gestern, 23:59 Uhr"],
    ["2026-11-20T23:01:00Z", "heute, 00:01 Uhr"],
    ["2026-11-19T12:00:00Z", "19. Nov., 13:00 Uhr"],
    ["2025-12-31T12:00:00Z", "31. Dez. 2025, 13:00 Uhr"],
  ])("%s reads as %s", (at, text) => {
    expect(recentText(at, "de-simple", now)).toBe(text);
  });
});

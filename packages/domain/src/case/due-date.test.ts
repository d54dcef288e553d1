import { describe, expect, it } from "vitest";
import { daysAfter, germanDay, isDueDate } from "./due-date.ts";

describe("a date to answer by", () => {
  const now = new Date("2026-11-21T14:00:00Z");

  it("is tomorrow at the earliest and in a year at the latest", () => {
    expect(isDueDate("2026-11-22", now)).toBe(true);
    expect(isDueDate("2026-11-21", now)).toBe(false);
    expect(isDueDate("2027-11-22", now)).toBe(true);
    expect(isDueDate("2027-11-23", now)).toBe(false);
  });

  it("is a day in Germany, also shortly before midnight", () => {
    expect(germanDay(new Date("2026-11-21T22:59:00Z"))).toBe("2026-11-21");
    expect(germanDay(new Date("2026-11-21T23:01:00Z"))).toBe("2026-11-22");
    expect(isDueDate("2026-11-22", new Date("2026-11-21T23:01:00Z"))).toBe(false);
  });

  it("is counted over the change of the clocks", () => {
    expect(daysAfter("2026-10-24", 2)).toBe("2026-10-26");
    expect(daysAfter("2026-02-28", 1)).toBe("2026-03-01");
  });
});

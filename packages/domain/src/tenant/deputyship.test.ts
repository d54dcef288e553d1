import { describe, expect, it } from "vitest";
import { areDeputyDays, isOver, overlap, runs } from "./deputyship.ts";

const now = new Date("2026-11-21T14:00:00Z");
const days = (startsOn: string, endsOn: string) => ({ startsOn, endsOn });

describe("the days of a deputyship", () => {
  it("begin today at the earliest, within a year, and are at most 92", () => {
    expect(areDeputyDays(days("2026-11-21", "2026-11-21"), now)).toBe(true);
    expect(areDeputyDays(days("2026-11-20", "2026-11-21"), now)).toBe(false);
    expect(areDeputyDays(days("2026-11-22", "2026-11-21"), now)).toBe(false);
    expect(areDeputyDays(days("2026-11-21", "2027-02-20"), now)).toBe(true);
    expect(areDeputyDays(days("2026-11-21", "2027-02-21"), now)).toBe(false);
    expect(areDeputyDays(days("2027-11-22", "2027-11-22"), now)).toBe(true);
    expect(areDeputyDays(days("2027-11-23", "2027-11-23"), now)).toBe(false);
  });

  it("are days in Germany, the first and the last one included, also over the change of the clocks", () => {
    const autumn = days("2026-10-24", "2026-10-25");
    expect(runs(autumn, new Date("2026-10-23T21:59:59Z"))).toBe(false);
    expect(runs(autumn, new Date("2026-10-23T22:00:00Z"))).toBe(true);
    expect(runs(autumn, new Date("2026-10-25T22:59:59Z"))).toBe(true);
    expect(runs(autumn, new Date("2026-10-25T23:00:00Z"))).toBe(false);
    expect(isOver(autumn, new Date("2026-10-25T22:59:59Z"))).toBe(false);
    expect(isOver(autumn, new Date("2026-10-25T23:00:00Z"))).toBe(true);
  });

  it("overlap when one day is in both", () => {
    const week = days("2026-11-23", "2026-11-27");
    expect(overlap(week, days("2026-11-27", "2026-11-30"))).toBe(true);
    expect(overlap(days("2026-11-27", "2026-11-30"), week)).toBe(true);
    expect(overlap(week, days("2026-11-28", "2026-11-30"))).toBe(false);
    expect(overlap(week, days("2026-11-24", "2026-11-24"))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { areDeputyDays, isOver, overlap, runs, spanOf } from "./deputyship.ts";

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

  it("are the same as instants, midnight to midnight in Germany, also over the change of the clocks", () => {
    const span = (startsOn: string, endsOn: string) => {
      const { from, until } = spanOf(days(startsOn, endsOn));
      return [from.toISOString(), until.toISOString()];
    };
    expect(span("2026-11-21", "2026-11-21")).toEqual(["2026-11-20T23:00:00.000Z", "2026-11-21T23:00:00.000Z"]);
    expect(span("2026-10-24", "2026-10-25")).toEqual(["2026-10-23T22:00:00.000Z", "2026-10-25T23:00:00.000Z"]);
    expect(span("2027-03-28", "2027-03-28")).toEqual(["2027-03-27T23:00:00.000Z", "2027-03-28T22:00:00.000Z"]);
  });

  it("overlap when one day is in both", () => {
    const week = days("2026-11-23", "2026-11-27");
    expect(overlap(week, days("2026-11-27", "2026-11-30"))).toBe(true);
    expect(overlap(days("2026-11-27", "2026-11-30"), week)).toBe(true);
    expect(overlap(week, days("2026-11-28", "2026-11-30"))).toBe(false);
    expect(overlap(week, days("2026-11-24", "2026-11-24"))).toBe(true);
  });
});

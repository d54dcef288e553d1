import { daysAfter, germanDay, germanMidnight } from "../case/due-date.ts";

/** A quarter: who is away for longer hands their cases on for good. Both days count. */
export const mostDeputyDays = 92;
/** So far ahead a holiday is planned. */
const mostDaysAhead = 366;

export type Days = { startsOn: string; endsOn: string };

/** From today on, not backwards: nobody stood in for anybody yesterday without knowing. */
export function areDeputyDays({ startsOn, endsOn }: Days, now: Date): boolean {
  const today = germanDay(now);
  if (startsOn < today || startsOn > daysAfter(today, mostDaysAhead)) return false;
  return endsOn >= startsOn && endsOn <= daysAfter(startsOn, mostDeputyDays - 1);
}

/** One voice at a time: two deputies on one day would not know of each other. */
export const overlap = (one: Days, other: Days) => one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;

/** On each day of it, in Germany, and not a day longer. */
export function runs({ startsOn, endsOn }: Days, now: Date): boolean {
  const today = germanDay(now);
  return startsOn <= today && today <= endsOn;
}

export const isOver = ({ endsOn }: Days, now: Date) => endsOn < germanDay(now);

/** The same as instants, for what is signed: the first one in, the last one out. */
export const spanOf = ({ startsOn, endsOn }: Days) => ({
  from: germanMidnight(startsOn),
  until: germanMidnight(daysAfter(endsOn, 1)),
});

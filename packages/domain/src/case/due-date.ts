/** Dates to answer by are days of the German calendar: `2026-12-02`. */
export const germanDay = (at: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(at);

const dayMs = 86_400_000;
/** Longer than a year nobody waits for a document; a typing error would. */
const mostDays = 366;

export const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** When a day begins in Germany, one or two hours before it does in UTC. */
export function germanMidnight(day: string) {
  const summer = new Date(Date.parse(day) - 7_200_000);
  return germanDay(summer) === day ? summer : new Date(Date.parse(day) - 3_600_000);
}

/** From tomorrow on: who is asked today cannot have answered yesterday. */
export function isDueDate(day: string, now: Date) {
  const today = germanDay(now);
  return day >= daysAfter(today, 1) && day <= daysAfter(today, mostDays);
}

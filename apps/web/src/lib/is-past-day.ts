import { germanDay } from "@dvd/domain/case/due-date";

/** Whether a day of the calendar is over, in Germany. */
export const isPastDay = (day: string) => day < germanDay(new Date());

import type { Locale } from "../i18n/locales.ts";
import { formatDate, formatTime, languageOf, timeZone } from "./format.ts";

/** "14:11 Uhr" */
const clock = (iso: string, locale: Locale) => `${formatTime(iso, locale)}${locale === "en" ? "" : " Uhr"}`;

/** "21. November 2026, 14:11 Uhr" */
export const momentText = (iso: string, locale: Locale) => `${formatDate(iso, locale)}, ${clock(iso, locale)}`;

/** "21.11.2026, 14:11:08": where order within a minute matters. */
export const exactText = (iso: string, locale: Locale) =>
  new Intl.DateTimeFormat(languageOf(locale), { timeZone, dateStyle: "medium", timeStyle: "medium" }).format(
    new Date(iso),
  );

/** "heute, 14:11 Uhr", "gestern, 14:11 Uhr", and before that "19. Nov., 14:11 Uhr"; the year only when it is another. */
export const recentText = (iso: string, locale: Locale, now: Date) =>
  `${recentDay(new Date(iso), locale, now)}, ${clock(iso, locale)}`;

const dayMs = 24 * 60 * 60 * 1_000;
const dayOf = (date: Date) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(date);

function recentDay(date: Date, locale: Locale, now: Date) {
  const language = languageOf(locale);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (dayOf(date) === dayOf(now)) return relative.format(0, "day");
  if (dayOf(date) === dayOf(new Date(now.getTime() - dayMs))) return relative.format(-1, "day");
  const isThisYear = dayOf(date).slice(0, 4) === dayOf(now).slice(0, 4);
  const shape: Intl.DateTimeFormatOptions = { timeZone, day: "numeric", month: "short" };
  if (!isThisYear) shape.year = "numeric";
  return new Intl.DateTimeFormat(language, shape).format(date);
}

import type { Locale } from "../i18n/locales.ts";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "3,2 MB" to read, "3,2 Megabyte" to hear. */
export function formatBytes(bytes: number, locale: Locale, unitDisplay: "short" | "long" = "short"): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1_000 ** step;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay,
    maximumFractionDigits: step > 1 && value < 10 ? 1 : 0,
  }).format(value);
}

/** Deadlines and receipts are in German time, wherever the reader is. */
export const timeZone = "Europe/Berlin";

/** Our English is British, as the words around the dates are. */
export const languageOf = (locale: Locale) => (locale === "en" ? "en-GB" : "de-DE");

/** "21. November 2026" */
export const formatDate = (iso: string, locale: Locale) =>
  new Intl.DateTimeFormat(languageOf(locale), { timeZone, dateStyle: "long" }).format(new Date(iso));

/** "14:11"; the word "Uhr" belongs to the sentence around it. */
export const formatTime = (iso: string, locale: Locale) =>
  new Intl.DateTimeFormat(languageOf(locale), { timeZone, timeStyle: "short" }).format(new Date(iso));

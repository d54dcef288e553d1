import { type Dictionary, de } from "./de.ts";
import { deSimple } from "./de-simple.ts";
import { en } from "./en.ts";

/** Every name in its own language, so that it is found by those who look for it. */
export const localeNames = { de: "Deutsch", en: "English", "de-simple": "Einfache Sprache (Entwurf)" } as const;

export type Locale = keyof typeof localeNames;

export const locales = Object.keys(localeNames).filter(isLocale);
export const defaultLocale: Locale = "de";

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && Object.hasOwn(localeNames, value);
}

/** Where the plain version says nothing, the standard version speaks. */
function fallBack<T extends object>(part: object, full: T): T {
  const entries = Object.entries(full).map(([key, value]) => {
    const own: unknown = Reflect.get(part, key);
    if (typeof value === "object") return [key, fallBack(typeof own === "object" && own !== null ? own : {}, value)];
    return [key, own ?? value];
  });
  // Same keys, same kinds of values: built from `full` itself.
  return Object.fromEntries(entries) as T;
}

export const dictionaries: Record<Locale, Dictionary> = { de, en, "de-simple": fallBack<Dictionary>(deSimple, de) };

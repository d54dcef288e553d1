import type { DomainErrorCode } from "../errors.ts";
import { errors as de } from "./de.ts";
import { errors as en } from "./en.ts";

/** What people are told of a refusal, the same on a page and in an answer to another program. */
export const errorTexts = { de, en } as const satisfies Record<string, Record<DomainErrorCode, string>>;

export type ErrorLanguage = keyof typeof errorTexts;

/** What happened, without what is safe and what to do. */
export const firstSentence = (text: string) => text.split(/(?<=[.!?])\s/, 1)[0] ?? text;

/** The language that somebody asks for in `Accept-Language`, of those that we have; otherwise German. */
export function languageOf(acceptLanguage: string | null | undefined): ErrorLanguage {
  const wishes = (acceptLanguage ?? "")
    .slice(0, longestWish)
    .toLowerCase()
    .split(",")
    .flatMap((wish) => {
      const [, language, weight = "1"] = /^\s*(de|en)(?:-[\w-]*)?\s*(?:;\s*q=([\d.]+))?\s*$/.exec(wish) ?? [];
      return language === "de" || language === "en" ? [{ language, weight: Number(weight) } as const] : [];
    })
    .filter(({ weight }) => weight > 0);
  return wishes.toSorted((one, other) => other.weight - one.weight)[0]?.language ?? "de";
}

const longestWish = 200;

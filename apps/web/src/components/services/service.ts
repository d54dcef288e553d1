import type { ServicesAnswer } from "../../crypto/wire-types.ts";
import type { Locale } from "../../i18n/locales.ts";

/** A service in one language, as much as a list shows. */
export type Service = { slug: string; title: string; summary: string; evidence: string[] };

/** The version of a text for a reader's language. */
export const versions = { de: "de", en: "en", "de-simple": "simple" } as const satisfies Record<Locale, string>;

export function inLanguage({ services }: ServicesAnswer, locale: Locale): Service[] {
  const version = versions[locale];
  return services
    .map(({ slug, title, summary, evidence }) => ({
      slug,
      title: title[version],
      summary: summary[version],
      evidence: evidence.map((item) => item[version]),
    }))
    .toSorted((one, other) => one.title.localeCompare(other.title, locale));
}

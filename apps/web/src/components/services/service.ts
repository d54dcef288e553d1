import type { LifeSituation } from "@dvd/domain/service/service";
import type { ServicesAnswer } from "../../crypto/wire-types.ts";
import type { Locale } from "../../i18n/locales.ts";

/** A service in one language, as much as a list shows. */
export type Service = {
  slug: string;
  title: string;
  summary: string;
  evidence: EvidenceText[];
  situations: readonly LifeSituation[];
};
export type EvidenceText = { id: string; label: string; why: string | null; required: boolean; max: number };

/** The version of a text for a reader's language. */
export const versions = { de: "de", en: "en", "de-simple": "simple" } as const satisfies Record<Locale, string>;

export function inLanguage({ services }: ServicesAnswer, locale: Locale): Service[] {
  const version = versions[locale];
  return services
    .map(({ slug, title, summary, evidence, situations }) => ({
      slug,
      title: title[version],
      summary: summary[version],
      situations,
      evidence: evidence.map(({ label, why, ...item }) => ({
        ...item,
        label: label[version],
        why: why?.[version] ?? null,
      })),
    }))
    .toSorted((one, other) => one.title.localeCompare(other.title, locale));
}

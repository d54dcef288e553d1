import type { AssuranceLevel } from "@dvd/domain/assurance";
import type { ServiceChannel } from "@dvd/domain/service/service";
import type { ServicesAnswer } from "../../crypto/wire-types.ts";
import type { Locale } from "../../i18n/locales.ts";
import { type EvidenceText, inLanguage, type Service, versions } from "./service.ts";

export type Question = { id: string; text: string; answers: readonly Choice[] };
export type Choice = { id: string; label: string; door: { text: string; slug: string | null } | null };

/** A service in one language, as much as its own page and the questions before it show. */
export type ServiceDetails = Service & {
  key: string;
  forWhom: string;
  evidence: readonly EvidenceText[];
  steps: readonly string[];
  cost: string;
  targetDays: number | null;
  channels: readonly ServiceChannel[];
  legalBasis: string;
  needsLevel: AssuranceLevel;
  questions: readonly Question[];
};

export function describeService(service: ServicesAnswer["services"][number], locale: Locale): ServiceDetails | null {
  const version = versions[locale];
  const [listed] = inLanguage({ services: [service] }, locale);
  if (!listed) return null;
  const { key, forWhom, steps, cost, targetDays, channels, legalBasis, needsLevel, preCheck } = service;
  return {
    ...listed,
    key,
    forWhom: forWhom[version],
    steps: steps.map((step) => step[version]),
    cost: cost[version],
    targetDays,
    channels,
    legalBasis,
    needsLevel,
    questions: preCheck.map(({ id, question, answers }) => ({
      id,
      text: question[version],
      answers: answers.map(({ id: answerId, label, door }) => ({
        id: answerId,
        label: label[version],
        door: door && { text: door.text[version], slug: door.slug },
      })),
    })),
  };
}

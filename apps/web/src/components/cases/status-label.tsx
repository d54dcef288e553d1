"use client";

import { type CaseState, statusWords } from "@dvd/domain/case/lifecycle";
import { useI18n } from "../../i18n/client.tsx";
import { StatusTag, type StatusTone } from "../../ui/status-tag.tsx";

const citizenTones = {
  draft: "open",
  sent: "waiting",
  arrived: "waiting",
  inReview: "moving",
  needsYou: "open",
  withdrawn: "done",
} as const satisfies Record<string, StatusTone>;
const officialTones = {
  draft: "done",
  new: "open",
  claimed: "moving",
  waiting: "waiting",
  withdrawn: "done",
} as const satisfies Record<string, StatusTone>;

/** Where a case stands, in the word for the one who reads it. */
export function StatusLabel({ state, side }: { state: CaseState; side: "citizen" | "official" }) {
  const { t } = useI18n();
  if (side === "citizen") {
    const word = statusWords[state].citizen;
    return <StatusTag tone={citizenTones[word]}>{t(`status.citizen.${word}`)}</StatusTag>;
  }
  const word = statusWords[state].official;
  return <StatusTag tone={officialTones[word]}>{t(`status.official.${word}`)}</StatusTag>;
}

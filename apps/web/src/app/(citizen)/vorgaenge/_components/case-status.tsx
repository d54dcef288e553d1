import type { statusWords } from "@dvd/domain/case/lifecycle";
import { useI18n } from "../../../../i18n/client.tsx";
import { StatusTag, type StatusTone } from "../../../../ui/status-tag.tsx";

export type CitizenStatus = (typeof statusWords)[keyof typeof statusWords]["citizen"];

const tones: Record<CitizenStatus, StatusTone> = {
  draft: "open",
  sent: "waiting",
  arrived: "waiting",
  inReview: "moving",
};

export function CaseStatus({ word }: { word: CitizenStatus }) {
  const { t } = useI18n();
  return <StatusTag tone={tones[word]}>{t(`status.citizen.${word}`)}</StatusTag>;
}

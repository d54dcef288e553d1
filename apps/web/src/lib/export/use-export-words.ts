"use client";

import { versions } from "../../components/services/service.ts";
import type { ServiceTitles } from "../../components/services/service-titles.ts";
import { useI18n } from "../../i18n/client.tsx";
import { eventWord } from "../cases/event-word.ts";
import { momentText } from "../date-text.ts";
import { formatDate, languageOf } from "../format.ts";
import { receiptFile } from "../receipts/receipt-file.ts";
import { receiptPdf } from "../receipts/receipt-pdf.ts";
import type { ExportWords } from "./export-words.ts";

export function useExportWords(titles: ServiceTitles): ExportWords {
  const { t, locale } = useI18n();
  const moment = (iso: string) => momentText(iso, locale);
  return {
    index: {
      language: languageOf(locale),
      title: t("takeAlong.index.title"),
      createdAt: (iso) => t("takeAlong.index.createdAt", { moment: moment(iso) }),
      moment,
      day: (day) => formatDate(day, locale),
      about: t("takeAlong.index.about"),
      machine: t("takeAlong.index.machine"),
      noCases: t("takeAlong.index.noCases"),
      reference: t("takeAlong.index.reference"),
      receivedAt: t("takeAlong.index.receivedAt"),
      state: t("takeAlong.index.state"),
      until: t("takeAlong.index.until"),
      messages: t("takeAlong.index.messages"),
      documents: t("takeAlong.index.documents"),
      history: t("takeAlong.index.history"),
      receipt: t("takeAlong.index.receipt"),
      none: t("takeAlong.index.none"),
      you: t("takeAlong.index.you"),
      office: t("takeAlong.index.office"),
      unproven: t("takeAlong.index.unproven"),
      asked: t("takeAlong.index.asked"),
      draft: t("takeAlong.index.draft"),
      changedAt: t("takeAlong.index.changedAt"),
      expiresAt: t("takeAlong.index.expiresAt"),
      postalCode: t("takeAlong.index.postalCode"),
      unconfirmed: t("drafts.unconfirmed"),
      files: t("takeAlong.index.files"),
    },
    formLanguage: versions[locale],
    serviceTitle: (serviceKey) => titles[serviceKey] ?? serviceKey,
    state: (word) => t(`status.citizen.${word}`),
    event: (kind, actor) =>
      t(`caseHistory.citizen.${eventWord(kind, actor)}`, { document: t("caseHistory.someDocument") }),
    locked: { waiting: t("takeAlong.index.lockedWaiting"), unmet: t("takeAlong.index.lockedUnmet") },
    unreadable: t("takeAlong.index.unreadable"),
    receiptUnproven: t("takeAlong.index.receiptUnproven"),
    receiptFile,
    receiptPdf: (proven) => receiptPdf(proven, { t, locale }, { origin: location.origin, now: new Date() }),
  };
}

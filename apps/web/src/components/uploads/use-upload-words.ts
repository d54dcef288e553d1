"use client";

import { useI18n } from "../../i18n/client.tsx";
import { formatBytes } from "../../lib/format.ts";
import type { UploadItem, UploadState } from "../../lib/uploads/upload-item.ts";
import { useProblemText } from "../use-problem-text.ts";

/** Where a document is on its way, in words: the same ones to read and to hear, but for the units. */
export function useUploadWords() {
  const { t, locale } = useI18n();
  const problemText = useProblemText();

  function timeLeft(seconds: number) {
    if (seconds < 8) return t("uploads.left.moments");
    // In steps: a number that jumps with every packet says nothing.
    if (seconds < 55) return t("uploads.left.seconds", { seconds: Math.ceil(seconds / 10) * 10 });
    const minutes = Math.round(seconds / 60);
    return minutes <= 1 ? t("uploads.left.minute") : t("uploads.left.minutes", { minutes });
  }

  function sending(
    { sentBytes, totalBytes, secondsLeft }: Extract<UploadState, { is: "sending" }>,
    units: "short" | "long",
  ) {
    const amounts = { sent: formatBytes(sentBytes, locale, units), total: formatBytes(totalBytes, locale, units) };
    const words = t("uploads.state.sending", amounts);
    return secondsLeft === null ? words : `${words}, ${timeLeft(secondsLeft)}`;
  }

  return ({ state }: Pick<UploadItem, "state">, units: "short" | "long" = "short"): string => {
    if (state.is === "preparing") return t("uploads.state.preparing", { percent: Math.floor(state.done * 100) });
    if (state.is === "sending") return sending(state, units);
    if (state.is === "missing") return t(state.wasOther ? "uploads.state.other" : "uploads.state.missing");
    if (state.is === "failed") return problemText(state.problem, "sending").text;
    return t(`uploads.state.${state.is}`);
  };
}

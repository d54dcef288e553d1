"use client";

import type { CopyState } from "@dvd/domain/copies";
import { useI18n } from "../../i18n/client.tsx";
import type { BrowserTextKey } from "../../i18n/index.ts";
import { StatusTag, type StatusTone } from "../../ui/status-tag.tsx";

const marks = {
  OPEN: { tone: "open", text: "copies.waiting.mark" },
  GRANTED: null,
  REFUSED: { tone: "done", text: "copies.refused.mark" },
  OBJECTED: { tone: "open", text: "copies.objected.mark" },
} as const satisfies Record<CopyState, { tone: StatusTone; text: BrowserTextKey } | null>;

/** In a list: that copies of a case were asked for. Once they are granted there is nothing to say. */
export function CopyMark({ copy, side }: { copy: CopyState | null; side: "citizen" | "official" }) {
  const { t } = useI18n();
  const mark = copy && marks[copy];
  if (!mark) return null;
  // Who has objected has done all there is to do; the office has to look into it.
  const tone = copy === "OBJECTED" && side === "citizen" ? "done" : mark.tone;
  return <StatusTag tone={tone}>{t(mark.text)}</StatusTag>;
}

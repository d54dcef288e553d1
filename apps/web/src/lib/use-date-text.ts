"use client";

import { useI18n } from "../i18n/client.tsx";
import { exactText, momentText, recentText } from "./date-text.ts";

/** Points in time in the reader's language, from the text that the server sends. */
export function useDateText() {
  const { locale } = useI18n();
  return {
    moment: (iso: string) => momentText(iso, locale),
    exact: (iso: string) => exactText(iso, locale),
    recent: (iso: string) => recentText(iso, locale, new Date()),
  };
}

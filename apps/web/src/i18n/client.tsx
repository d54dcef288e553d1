"use client";

import type { DomainErrorCode } from "@dvd/domain/errors";
import { createContext, type ReactNode, useContext } from "react";
import { type BrowserDictionary, type BrowserTextKey, errorSentence, translator } from "./index.ts";
import type { Locale } from "./locales.ts";

type Language = { locale: Locale; dictionary: BrowserDictionary };

const LanguageContext = createContext<Language | null>(null);

export function I18nProvider({ children, ...language }: Language & { children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** Texts in the browser. Only the chosen language travels, and of it only what the browser needs. */
export function useI18n() {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("useI18n needs the I18nProvider of the layout around it");
  return {
    locale: language.locale,
    t: translator<BrowserTextKey>(language.dictionary),
    errorSentence: (code: DomainErrorCode) => errorSentence(language.dictionary, code),
  };
}

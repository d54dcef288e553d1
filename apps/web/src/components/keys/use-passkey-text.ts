"use client";

import { CryptoError } from "@dvd/crypto";
import { useI18n } from "../../i18n/client.tsx";
import { PasskeyError } from "../../lib/keys/passkey.ts";
import { problemOf } from "../../lib/problem.ts";
import { useProblemText } from "../use-problem-text.ts";

/** What to say when a passkey was not made or did not open. */
export function usePasskeyText() {
  const { t } = useI18n();
  const problemText = useProblemText();
  return (cause: unknown): string => {
    if (cause instanceof PasskeyError) return t(`keys.passkey.${cause.reason}`);
    if (cause instanceof CryptoError && cause.code === "E_SLOT") return t("keys.passkey.wrong");
    return problemText(problemOf(cause)).text;
  };
}

"use client";

import { useI18n } from "../../../i18n/client.tsx";
import { useKeys } from "../../../lib/keys/keys-provider.tsx";
import { problemOf } from "../../../lib/problem.ts";
import { useAnnounce } from "../../../ui/live-region.tsx";
import { WordsEntry } from "../words-entry.tsx";

export function WordsForm() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { unlock } = useKeys();

  const open = async (typed: string) => {
    try {
      await unlock({ by: "passphrase", typed });
    } catch (cause) {
      const problem = problemOf(cause);
      if (problem.kind === "keys" && problem.code === "E_SLOT") return t("problem.wordsOther");
      throw cause;
    }
    announce(t("keys.unlock.done"));
    return undefined;
  };

  return (
    <WordsEntry
      texts={{
        label: t("keys.words.label"),
        hint: t("keys.words.hint"),
        empty: t("keys.words.empty"),
        submit: t("keys.words.open"),
        busy: t("keys.words.opening"),
      }}
      onEnter={open}
    />
  );
}

"use client";

import { parseWords } from "@dvd/crypto";
import { signIn } from "next-auth/react";
import { WordsEntry } from "../../../../components/keys/words-entry.tsx";
import { useI18n } from "../../../../i18n/client.tsx";
import { paths } from "../../../../lib/paths.ts";

/** The code goes along to the login, and counts only for the person whom the authority's own provider confirms. */
export function RedeemInvitation() {
  const { t } = useI18n();
  const redeem = async (typed: string) => {
    const einladung = parseWords(typed);
    try {
      await signIn("official", { callbackUrl: paths.inbox, einladung });
    } catch {
      return t("signIn.offline");
    }
    // On the way to the provider by now.
    return undefined;
  };
  const texts = {
    label: t("members.redeem.label"),
    hint: t("members.redeem.hint"),
    empty: t("members.redeem.empty"),
    submit: t("members.redeem.submit"),
    busy: t("signIn.leaving"),
  };
  return (
    <div className="max-w-[44rem]">
      <WordsEntry texts={texts} onEnter={redeem} />
    </div>
  );
}

"use client";

import type { CryptoErrorCode } from "@dvd/crypto";
import type { BrowserTextKey } from "../i18n/index.ts";
import { useI18n } from "../i18n/client.tsx";
import { keyTroubleOf, type Problem } from "../lib/problem.ts";

export type ProblemText = { title: string; text: string };

/** Sentences of the dictionary without anything to fill in. */
type Words = Record<
  "title" | "text",
  Exclude<Extract<BrowserTextKey, `problem.${string}`>, "problem.recoveryGroup" | "problem.wordsGroup">
>;

const recovery: Words = { title: "problem.title", text: "problem.recoveryFormat" };
const vault: Words = { title: "problem.vaultTitle", text: "problem.vault" };
const receipt: Words = { title: "problem.receiptTitle", text: "problem.receipt" };

/** What is not named here is about content that cannot be opened or proven. */
const keyWords: Partial<Record<CryptoErrorCode, Words>> = {
  E_RECOVERY_FORMAT: recovery,
  E_RECOVERY_CHECKSUM: recovery,
  E_SLOT: { title: "problem.title", text: "problem.recoveryOther" },
  E_SLOT_WEAK: { title: "problem.slotWeakTitle", text: "problem.slotWeak" },
  E_LINK: { title: "problem.linkTitle", text: "problem.link" },
  E_WORDS: { title: "problem.title", text: "problem.wordsFormat" },
  E_VAULT: vault,
  E_VAULT_OLD: vault,
  E_SENDER: { title: "problem.senderTitle", text: "problem.sender" },
  E_RECEIPT: receipt,
  E_RECEIPT_SIG: receipt,
  E_RECEIPT_CONTEXT: receipt,
  E_SOURCE: { title: "problem.fileChangedTitle", text: "problem.fileChanged" },
};

/** What the person is doing: the same trouble means "nothing was sent" to one and "not opened" to another. */
export type Doing = "sending" | "reading";

const changedKey: Record<Doing, Words> = {
  sending: { title: "problem.keyChangedTitle", text: "problem.keyChanged" },
  reading: { title: "problem.keyOtherTitle", text: "problem.keyOther" },
};

function wordsOf(problem: Extract<Problem, { kind: "keys" }>, doing: Doing): Words {
  if (problem.code === "E_LOG_OLD") return { title: "problem.keyStaleTitle", text: "problem.keyStale" };
  const trouble = keyTroubleOf(problem);
  if (trouble === "changed") return changedKey[doing];
  if (trouble === "unproven") return { title: "problem.keyUnprovenTitle", text: "problem.keyUnproven" };
  return keyWords[problem.code] ?? { title: "problem.contentTitle", text: "problem.content" };
}

/** What happened, what is safe, what to do: for everything that can go wrong on a signed-in page. */
export function useProblemText() {
  const { t, errorSentence } = useI18n();

  return (problem: Problem, doing: Doing = "reading"): ProblemText => {
    if (problem.kind === "unreachable") return { title: t("problem.unreachableTitle"), text: t("problem.unreachable") };
    if (problem.kind === "refused") {
      if (problem.code === "auth.required") return { title: t("problem.signInTitle"), text: t("problem.signInHere") };
      return { title: t("problem.title"), text: errorSentence(problem.code) };
    }
    if (problem.group !== null) {
      const sentence = problem.code === "E_WORDS" ? "problem.wordsGroup" : "problem.recoveryGroup";
      return { title: t("problem.title"), text: t(sentence, { group: problem.group + 1 }) };
    }
    const words = wordsOf(problem, doing);
    return { title: t(words.title), text: t(words.text) };
  };
}

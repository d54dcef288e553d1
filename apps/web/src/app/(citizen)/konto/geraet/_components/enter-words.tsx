"use client";

import { parseWords } from "@dvd/crypto";
import { WordsEntry } from "../../../../../components/keys/words-entry.tsx";
import { keyHolder } from "../../../../../crypto/client.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useTRPCClient } from "../../../../../lib/trpc/client.ts";
import type { CheckedRequest } from "./checked-request.ts";

type EnterWordsProps = { scanned: string; onChecked: (request: CheckedRequest) => void };

/** The words come with the scanned address, or from the person's hand. Either way they are checked against the key. */
export function EnterWords({ scanned, onChecked }: EnterWordsProps) {
  const { t } = useI18n();
  const client = useTRPCClient();

  const check = async (typed: string) => {
    const code = spaced(parseWords(typed));
    const { link } = await client.deviceLinks.getLink.query({});
    if (!link) return t("keys.device.none");
    await keyHolder().checkOtherDevice(link, code);
    onChecked({ link, code });
    return undefined;
  };

  return (
    <WordsEntry
      texts={{
        label: t("keys.device.typed"),
        hint: t("keys.device.typedHint"),
        empty: t("keys.device.typedEmpty"),
        submit: t("keys.device.check"),
        busy: t("keys.device.checking"),
      }}
      initial={/^[a-z]{28}$/.test(scanned) ? spaced(scanned) : ""}
      onEnter={check}
    />
  );
}

/** As the other device shows them. */
const spaced = (letters: string) => letters.replaceAll(/.{4}(?=.)/g, "$& ");

"use client";

import { useQuery } from "@tanstack/react-query";
import { keyHolder, stretchWords } from "../../../crypto/client.ts";
import { useI18n } from "../../../i18n/client.tsx";
import type { WaysChange } from "../../../lib/keys/use-ways-back.ts";
import { Noted } from "./noted.tsx";
import { Words } from "./words.tsx";

export type NewWayProps = {
  /** There is one of this kind already, and it ends with the confirmation. */
  doesReplace: boolean;
  isBusy: boolean;
  onConfirm: (prepare: () => Promise<WaysChange>) => void;
  onCancel: () => void;
};

/** The one moment in which the words can be seen. They become a way back only after the person says they have them. */
export function NewWords({ doesReplace, isBusy, onConfirm, onCancel }: NewWayProps) {
  const { t } = useI18n();
  const { data: made } = useQuery({
    queryKey: ["new-words"],
    queryFn: () => keyHolder().newPassphrase(),
    staleTime: Infinity,
    // The words go with the panel.
    gcTime: 0,
    networkMode: "always",
  });
  if (!made) return null;

  const prepare = async () => {
    const key = await stretchWords(made.words, made.header, made.accountId);
    return { add: await keyHolder().sealPassphrase(made.header, key) };
  };

  return (
    <Noted
      kind="words"
      doesReplace={doesReplace}
      isBusy={isBusy}
      onConfirm={() => onConfirm(prepare)}
      onCancel={onCancel}
    >
      <Words label={t("keys.words.list")}>{made.words}</Words>
    </Noted>
  );
}

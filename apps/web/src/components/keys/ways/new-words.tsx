"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { keyHolder, stretchWords } from "../../../crypto/client.ts";
import { useI18n } from "../../../i18n/client.tsx";
import type { WaysChange } from "../../../lib/keys/use-ways-back.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { useAnnounce } from "../../../ui/live-region.tsx";
import { Words } from "./words.tsx";

type NewWordsProps = {
  isBusy: boolean;
  onConfirm: (prepare: () => Promise<WaysChange>) => void;
  onCancel: () => void;
};

/** The one moment in which the words can be seen. They become a way back only after the person says they have them. */
export function NewWords({ isBusy, onConfirm, onCancel }: NewWordsProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isNoted, setIsNoted] = useState(false);
  const [error, setError] = useState<string>();
  const check = useRef<HTMLDivElement>(null);
  const { data: made } = useQuery({
    queryKey: ["new-words"],
    queryFn: () => keyHolder().newPassphrase(),
    staleTime: Infinity,
    // The words go with the panel.
    gcTime: 0,
    networkMode: "always",
  });
  if (!made) return null;

  const confirm = () => {
    if (!isNoted) {
      setError(t("keys.words.noteMissing"));
      announce(t("keys.words.noteMissing"), "assertive");
      check.current?.querySelector("input")?.focus();
      return;
    }
    onConfirm(async () => {
      const key = await stretchWords(made.words, made.header, made.accountId);
      return { add: await keyHolder().sealPassphrase(made.header, key) };
    });
  };

  return (
    <div className="grid gap-5">
      <p className="max-w-prose text-muted">{t("keys.words.lead")}</p>
      <Words label={t("keys.words.list")}>{made.words}</Words>
      <div ref={check}>
        <Checkbox
          label={t("keys.words.noted")}
          hint={t("keys.words.notedHint")}
          error={error}
          checked={isNoted}
          onChange={(checked) => {
            setIsNoted(checked);
            if (checked) setError(undefined);
          }}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button busy={isBusy ? t("keys.words.busy") : undefined} onClick={confirm}>
          {t("keys.words.confirm")}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t("keys.ways.cancel")}
        </Button>
      </div>
    </div>
  );
}

"use client";

import { type ReactNode, useRef, useState } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { useAnnounce } from "../../../ui/live-region.tsx";

type NotedProps = {
  kind: "words" | "recoveryKey";
  doesReplace: boolean;
  isBusy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  children: ReactNode;
};

/** Something that is shown once, and becomes a way back only after the person says that they have it. */
export function Noted({ kind, doesReplace, isBusy, onConfirm, onCancel, children }: NotedProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isNoted, setIsNoted] = useState(false);
  const [error, setError] = useState<string>();
  const check = useRef<HTMLDivElement>(null);

  const confirm = () => {
    if (isNoted) return onConfirm();
    setError(t(`keys.${kind}.noteMissing`));
    announce(t(`keys.${kind}.noteMissing`), "assertive");
    check.current?.querySelector("input")?.focus();
  };

  return (
    <div className="grid gap-5">
      <p data-print="no" className="max-w-prose text-muted">
        {t(`keys.${kind}.lead`)}
      </p>
      {children}
      <div ref={check} data-print="no">
        <Checkbox
          label={t(`keys.${kind}.noted`)}
          hint={doesReplace && t(`keys.${kind}.notedHint`)}
          error={error}
          checked={isNoted}
          onChange={(checked) => {
            setIsNoted(checked);
            if (checked) setError(undefined);
          }}
        />
      </div>
      <div data-print="no" className="flex flex-wrap gap-3">
        <Button busy={isBusy ? t("keys.words.busy") : undefined} onClick={confirm}>
          {t(`keys.${kind}.confirm`)}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Fingerprint } from "../../../../../components/fingerprint.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { ColleagueInUnit } from "../../../../../lib/members/use-colleagues.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Checkbox } from "../../../../../ui/checkbox.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { useAnnounce } from "../../../../../ui/live-region.tsx";

type CompareDigitsProps = {
  colleague: ColleagueInUnit;
  unit: string;
  isBusy: boolean;
  trouble: ReactNode;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Two people, two screens, the same sixty digits: without this the server would be the one who says whose key it is. */
export function CompareDigits({ colleague, unit, isBusy, trouble, onConfirm, onCancel }: CompareDigitsProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isSame, setIsSame] = useState(false);
  const [error, setError] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const { postSign: post, digits } = colleague;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (isSame) return onConfirm();
    setError(t("colleagues.compareMissing"));
    announce(t("colleagues.compareMissing"), "assertive");
    box.current?.querySelector("input")?.focus();
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <h3 ref={focusWhenShown} tabIndex={-1} className="font-semibold text-lg">
        {t("colleagues.compareTitle", { post, unit })}
      </h3>
      <p className="max-w-prose">{t("colleagues.compareText")}</p>
      <p className="font-semibold text-lg">
        <Fingerprint>{digits ?? ""}</Fingerprint>
      </p>
      <div ref={box}>
        <Checkbox
          label={t("colleagues.compareConfirm")}
          hint={t("colleagues.compareHint")}
          error={error}
          checked={isSame}
          onChange={(checked) => {
            setIsSame(checked);
            if (checked) setError(undefined);
          }}
        />
      </div>
      {trouble}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={isBusy ? t("colleagues.giving") : undefined}>
          {t("colleagues.giveNow")}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t("colleagues.differ")}
        </Button>
      </div>
    </form>
  );
}

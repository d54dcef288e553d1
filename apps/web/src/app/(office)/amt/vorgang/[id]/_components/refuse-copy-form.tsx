"use client";

import type { CopyRefusal } from "@dvd/domain/copies";
import { useRef, useState } from "react";
import { ProblemAlert } from "../../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { Waiting } from "../../../../../../lib/copies/open-own-case.ts";
import { useCopyDecision } from "../../../../../../lib/copies/use-copy-decision.ts";
import { problemOf } from "../../../../../../lib/problem.ts";
import { Button } from "../../../../../../ui/button.tsx";
import { useAnnounce } from "../../../../../../ui/live-region.tsx";
import { RadioGroup } from "../../../../../../ui/radio-group.tsx";

/** The other way out, with a reason that the citizen sees. Folded away, so that nobody presses the wrong one. */
export function RefuseCopyForm({ waiting }: { waiting: Waiting }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { refuse } = useCopyDecision(waiting);
  const [reason, setReason] = useState<CopyRefusal | null>(null);
  const [isTried, setIsTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);

  const submit = () => {
    setIsTried(true);
    if (reason) {
      refuse.mutate(reason);
      return;
    }
    announce(t("copies.office.refuseMissing"), "assertive");
    form.current?.querySelector("input")?.focus();
  };

  return (
    <details className="max-w-prose border-line border-t pt-2">
      <summary className="link flex min-h-11 w-fit cursor-pointer items-center">
        {t("copies.office.refuseTitle")}
      </summary>
      <div ref={form} className="mt-2 grid gap-5">
        <RadioGroup
          legend={t("copies.office.refuseWhy")}
          error={isTried && !reason ? t("copies.office.refuseMissing") : undefined}
          value={reason}
          onChange={setReason}
          options={[
            { value: "not-the-person", label: t("copies.office.reasons.notThePerson") },
            { value: "digits-differ", label: t("copies.office.reasons.digitsDiffer") },
            { value: "nobody-came", label: t("copies.office.reasons.nobodyCame") },
          ]}
        />
        {refuse.error && (
          <ProblemAlert problem={problemOf(refuse.error)} title={t("copies.office.refuseFailed")} signInAs="official" />
        )}
        <div>
          <Button
            variant="secondary"
            busy={refuse.isPending ? t("copies.office.refuseBusy") : undefined}
            onClick={submit}
          >
            {t("copies.office.refuse")}
          </Button>
        </div>
      </div>
    </details>
  );
}

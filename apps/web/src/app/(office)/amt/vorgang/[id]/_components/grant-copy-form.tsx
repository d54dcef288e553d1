"use client";

import type { IdentityCheck } from "@dvd/crypto";
import { useRef, useState } from "react";
import { ProblemAlert } from "../../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { Waiting } from "../../../../../../lib/copies/open-own-case.ts";
import { useCopyDecision } from "../../../../../../lib/copies/use-copy-decision.ts";
import { problemOf } from "../../../../../../lib/problem.ts";
import { Button } from "../../../../../../ui/button.tsx";
import { Checkbox } from "../../../../../../ui/checkbox.tsx";
import { KeyIcon } from "../../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../../ui/live-region.tsx";
import { RadioGroup } from "../../../../../../ui/radio-group.tsx";

/** How it was looked, and that the digits are the same: without both there is nothing to sign, and nothing is opened. */
export function GrantCopyForm({ waiting, fingerprint }: { waiting: Waiting; fingerprint: string }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { grant } = useCopyDecision(waiting);
  const [checked, setChecked] = useState<IdentityCheck | null>(null);
  // Remembered as the digits themselves: a request that changes underneath takes the confirmation with it.
  const [compared, setCompared] = useState<string>();
  const [isTried, setIsTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isCompared = compared === fingerprint;

  const submit = () => {
    setIsTried(true);
    if (checked && isCompared) {
      grant.mutate({ fingerprint, checked });
      return;
    }
    announce(t(checked ? "copies.office.matchMissing" : "copies.office.howMissing"), "assertive");
    form.current?.querySelector<HTMLInputElement>(checked ? '[type="checkbox"]' : '[type="radio"]')?.focus();
  };

  return (
    <form
      ref={form}
      noValidate
      className="grid max-w-prose gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <RadioGroup
        legend={t("copies.office.how")}
        error={isTried && !checked ? t("copies.office.howMissing") : undefined}
        value={checked}
        onChange={setChecked}
        options={[
          {
            value: "id-card-at-counter",
            label: t("copies.office.idCard"),
            hint: t("copies.office.idCardHint"),
          },
          { value: "letter-with-code", label: t("copies.office.letter"), hint: t("copies.office.letterHint") },
        ]}
      />
      <Checkbox
        label={t("copies.office.match")}
        hint={t("copies.office.matchHint")}
        error={isTried && !isCompared ? t("copies.office.matchMissing") : undefined}
        checked={isCompared}
        onChange={(isChecked) => setCompared(isChecked ? fingerprint : undefined)}
      />
      {grant.error && (
        <ProblemAlert problem={problemOf(grant.error)} title={t("copies.office.failed")} signInAs="official" />
      )}
      <div>
        <Button
          type="submit"
          icon={<KeyIcon className="size-6" />}
          busy={grant.isPending ? t("copies.office.grantBusy") : undefined}
        >
          {t("copies.office.grant")}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useEffect, useEffectEvent } from "react";
import { useI18n } from "../../../../i18n/client.tsx";
import { Alert } from "../../../../ui/alert.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Field } from "../../../../ui/field.tsx";
import { FilePicker } from "../../../../ui/file-picker.tsx";
import { useAnnounce } from "../../../../ui/live-region.tsx";
import { ReceiptFacts } from "./receipt-facts.tsx";
import { type Check, useReceiptCheck } from "./use-receipt-check.ts";
import type { Refusal } from "../../../../lib/receipts/check-receipt.ts";

/** A receipt from the address or from a file, proven on this device or refused with a sentence. */
export function ReceiptCheck() {
  const { t } = useI18n();
  const { check, readFile, retry } = useReceiptCheck();
  useSpokenOutcome(check);
  return (
    <>
      <Outcome check={check} onRetry={retry} />
      <div data-print="no">
        <Field label={t("receiptCheck.file")} hint={t("receiptCheck.fileHint")}>
          {(control) => (
            <FilePicker
              control={control}
              buttonText={t("receiptCheck.fileButton")}
              dropText={t("receiptCheck.fileDrop")}
              accept="application/json,.json"
              onPick={([file]) => file && readFile(file)}
            />
          )}
        </Field>
      </div>
    </>
  );
}

/** What speaks against the receipt itself. Everything else only means that nothing was proven: red would say too much. */
const disproven: ReadonlySet<Refusal> = new Set(["unsigned", "otherRoot"]);

function Outcome({ check, onRetry }: { check: Check; onRetry: () => void }) {
  const { t } = useI18n();
  switch (check.is) {
    case "checking":
      return <p className="text-muted">{t("receiptCheck.checking")}</p>;
    case "empty":
      return (
        <Alert tone="info" title={t("receiptCheck.emptyTitle")}>
          <p>{t("receiptCheck.emptyText")}</p>
        </Alert>
      );
    case "refused":
      return (
        <Alert
          tone={disproven.has(check.why) ? "danger" : "warning"}
          title={t(`receiptCheck.refused.${check.why}.title`)}
          actions={
            (check.why === "unreachable" || check.why === "failed") && (
              <Button variant="secondary" onClick={onRetry}>
                {t("common.retry")}
              </Button>
            )
          }
        >
          <p>{t(`receiptCheck.refused.${check.why}.text`)}</p>
        </Alert>
      );
    case "proven":
      break;
  }
  return <ReceiptFacts receipt={check.receipt} />;
}

function useSpokenOutcome(check: Check) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const speak = useEffectEvent((outcome: Check) => {
    if (outcome.is === "proven")
      announce(t(outcome.receipt.isCompared ? "receiptCheck.provenTitle" : "receiptCheck.consistentTitle"));
    if (outcome.is === "refused") announce(t(`receiptCheck.refused.${outcome.why}.title`));
  });
  useEffect(() => speak(check), [check]);
}

"use client";

import { useClaim } from "../../../../../../components/cases/use-claim.ts";
import { ProblemAlert } from "../../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { OpenedCase } from "../../../../../../lib/cases/open-case.ts";
import { problemOf } from "../../../../../../lib/problem.ts";
import { Alert } from "../../../../../../ui/alert.tsx";
import { Button } from "../../../../../../ui/button.tsx";

type ClaimCardProps = { opened: OpenedCase; onClaimed: () => void };

/** Who works on the case, and the way to take it. Somebody who was quicker is shown as what is: the new state. */
export function ClaimCard({ opened, onClaimed }: ClaimCardProps) {
  const { t } = useI18n();
  const claim = useClaim();
  const { summary, maySpeak } = opened;
  const { caseId, version } = summary;
  if (summary.assignedTo === "me") return null;
  return (
    <div className="grid gap-4">
      {claim.error && (
        <ProblemAlert problem={problemOf(claim.error)} title={t("office.claimFailed")} signInAs="official" />
      )}
      {maySpeak && summary.may.claim && (
        <Alert
          tone="info"
          title={t("office.open.title")}
          actions={
            <Button
              busy={claim.isPending ? t("office.claimBusy") : undefined}
              onClick={() => claim.mutate({ caseId, version }, { onSuccess: onClaimed })}
            >
              {t("office.open.action")}
            </Button>
          }
        >
          {t("office.open.text")}
        </Alert>
      )}
      {summary.representing !== null && (
        <Alert tone="info" title={t("deputies.case.title", { post: summary.representing })}>
          {t("deputies.case.text")}
        </Alert>
      )}
      {summary.assignedTo === "colleague" && (
        <Alert tone="info" title={t("office.taken.title")}>
          {t("office.taken.text")}
        </Alert>
      )}
    </div>
  );
}

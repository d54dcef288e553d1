"use client";

import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { type AuditState, useAuditState } from "../../../../../lib/audit/use-audit-log.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { useDateText } from "../../../../../lib/use-date-text.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";

/** What the portal says about its own log, and that nobody has to believe it. */
export function ChainState() {
  const state = useAuditState();
  if (state.error)
    return <ProblemAlert problem={problemOf(state.error)} onRetry={() => void state.refetch()} signInAs="official" />;
  if (!state.data) return <Skeleton className="h-24" />;
  return <Verdict state={state.data} />;
}

function Verdict({ state: { fault, signed, checkedAt, records, isLate } }: { state: AuditState }) {
  const { t } = useI18n();
  const date = useDateText();
  if (fault)
    return (
      <Alert tone="danger" title={t("audit.state.broken", { seq: fault.seq })}>
        <p>{t(`audit.faults.${fault.kind}`)}</p>
        <p className="mt-1">{t("audit.state.brokenNext")}</p>
      </Alert>
    );
  if (!signed || !checkedAt)
    return (
      <Alert tone="info" title={t("audit.state.young")}>
        <p>{t("audit.state.youngText")}</p>
      </Alert>
    );
  if (isLate)
    return (
      <Alert tone="warning" title={t("audit.state.late", { at: date.recent(checkedAt) })}>
        <p>{t("audit.state.lateText", { upTo: signed.upTo })}</p>
      </Alert>
    );
  return (
    <Alert tone="success" title={t("audit.state.intact", { at: date.recent(checkedAt) })}>
      <p>{t("audit.state.intactText", { records, upTo: signed.upTo, at: date.recent(signed.at) })}</p>
    </Alert>
  );
}

import { useI18n } from "../../../../../../i18n/client.tsx";
import type { CaseSummary } from "../../../../../../lib/cases/case-summary.ts";
import { formatDate } from "../../../../../../lib/format.ts";
import { Alert } from "../../../../../../ui/alert.tsx";

/** Why nothing happens here at the moment, or never again. */
export function StandingNote({ summary, otherName: name }: { summary: CaseSummary; otherName: string }) {
  const { t, locale } = useI18n();
  if (summary.hasCitizenLeft)
    return (
      <Alert tone="warning" title={t("office.left.title")}>
        {t("office.left.text")}
      </Alert>
    );
  if (summary.state === "WITHDRAWN")
    return (
      <Alert tone="info" title={t("office.withdrawn.title")}>
        {t("office.withdrawn.text", { name })}
      </Alert>
    );
  if (summary.dueOn === null) return null;
  return (
    <Alert tone="info" title={t("evidence.ask.waiting", { name })}>
      {t("evidence.ask.waitingUntil", { date: formatDate(summary.dueOn, locale) })}
    </Alert>
  );
}

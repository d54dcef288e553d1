import { StatusLabel } from "../../../../components/cases/status-label.tsx";
import { CopyMark } from "../../../../components/copies/copy-mark.tsx";
import { Reference } from "../../../../components/reference.tsx";
import { RouteLink } from "../../../../components/route-link.tsx";
import type { CaseAnswer } from "../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../i18n/client.tsx";
import { formatDate, formatTime } from "../../../../lib/format.ts";
import { isPastDay } from "../../../../lib/is-past-day.ts";
import { paths } from "../../../../lib/paths.ts";
import { ArrowIcon } from "../../../../ui/icons.tsx";

type CaseCardProps = { summary: CaseAnswer["summary"]; title: string };

/** The title is the link and covers the whole card, so that there is one target to hit and one name to hear. */
export function CaseCard({ summary, title }: CaseCardProps) {
  const { t, locale } = useI18n();
  const { caseId, reference, unit, authority, state, copy, messages, receivedAt, updatedAt, dueOn } = summary;
  return (
    <li
      data-area
      className="relative grid gap-x-6 gap-y-3 rounded-card border border-line bg-raised p-5 hover:border-action sm:grid-cols-[1fr_auto] sm:p-6"
    >
      <div className="min-w-0">
        <h2 className="text-xl">
          <RouteLink
            href={paths.case(caseId)}
            className="text-text no-underline after:absolute after:inset-0 after:rounded-card hover:text-action"
          >
            {title}
          </RouteLink>
        </h2>
        <p className="mt-0.5">
          {unit}, {authority}
        </p>
        {dueOn && (
          <p className="mt-2 font-semibold">
            {t(isPastDay(dueOn) ? "cases.overdue" : "cases.due", { date: formatDate(dueOn, locale) })}
          </p>
        )}
        <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
          <Reference>{reference}</Reference>
          <span>{t("cases.received", { date: formatDate(receivedAt, locale) })}</span>
          <span>
            {t("cases.updated", { date: formatDate(updatedAt, locale), time: formatTime(updatedAt, locale) })}
          </span>
          <span>{messages === 1 ? t("cases.messagesOne") : t("cases.messages", { count: messages })}</span>
        </p>
      </div>
      <div className="flex items-center justify-between gap-4 sm:flex-col sm:items-end">
        {/* Two tags together are wider than a small phone. */}
        <div className="flex flex-wrap gap-2 sm:flex-col sm:items-end">
          <StatusLabel state={state} side="citizen" />
          <CopyMark copy={copy} side="citizen" />
        </div>
        <ArrowIcon className="size-6 text-action" />
      </div>
    </li>
  );
}

"use client";

// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see InboxTable
import type { ReactNode } from "react";
import { StatusLabel } from "../../../../components/cases/status-label.tsx";
import { CopyMark } from "../../../../components/copies/copy-mark.tsx";
import { Reference } from "../../../../components/reference.tsx";
import { RouteLink } from "../../../../components/route-link.tsx";
import { useI18n } from "../../../../i18n/client.tsx";
import type { CaseSummary } from "../../../../lib/cases/case-summary.ts";
import { paths } from "../../../../lib/paths.ts";
import { useDateText } from "../../../../lib/use-date-text.ts";
import { Button } from "../../../../ui/button.tsx";
import { Assignee } from "./assignee.tsx";
import { Person } from "./person.tsx";

type InboxRowProps = { line: CaseSummary; title: string; isClaiming: boolean; onClaim: () => void };

export function InboxRow({ line, title, isClaiming, onClaim }: InboxRowProps) {
  const { t } = useI18n();
  const date = useDateText();
  return (
    <tr
      role="row"
      data-case={line.caseId}
      className="relative border-line hover:bg-action-tint has-[a:focus-visible]:bg-action-tint max-lg:grid max-lg:gap-y-1.5 max-lg:rounded-card max-lg:border max-lg:bg-raised max-lg:p-4 lg:border-b"
    >
      <th scope="row" role="rowheader" className="py-3.5 pr-4 pl-3 text-left font-normal max-lg:p-0">
        <RouteLink
          href={paths.officeCase(line.caseId)}
          // The whole line is the target; the link itself stays the one thing with the focus.
          className="font-semibold text-text no-underline after:absolute after:inset-0 after:content-[''] hover:text-action"
        >
          {title}
        </RouteLink>
        <span className="block text-muted text-sm">
          <span className="sr-only">, </span>
          <Reference>{line.reference}</Reference>
        </span>
      </th>
      <Cell>
        <Person caseId={line.caseId} />
      </Cell>
      <Cell label={t("office.columns.unit")}>{line.unit}</Cell>
      <Cell>
        <span className="flex flex-wrap gap-1.5">
          <StatusLabel state={line.state} side="official" />
          <CopyMark copy={line.copy} side="official" />
        </span>
      </Cell>
      <Cell label={t("office.columns.received")}>
        <time dateTime={line.receivedAt} className="whitespace-nowrap">
          {date.recent(line.receivedAt)}
        </time>
      </Cell>
      <Cell label={line.may.claim ? undefined : t("office.columns.assigned")}>
        {line.may.claim ? (
          <Button
            variant="secondary"
            className="relative max-lg:mt-2 max-lg:w-full lg:min-h-11"
            busy={isClaiming ? t("office.claimBusy") : undefined}
            onClick={onClaim}
          >
            {t("office.claim")}
            <span className="sr-only">
              : {title}, {line.reference}
            </span>
          </Button>
        ) : (
          <Assignee summary={line} />
        )}
      </Cell>
    </tr>
  );
}

/** As a card the line has no column heads above it, so a cell that would be unclear alone brings its own. */
function Cell({ label, children }: { label?: string | undefined; children: ReactNode }) {
  return (
    <td role="cell" className="py-3.5 pr-4 max-lg:p-0">
      {label && <span className="text-muted text-sm lg:hidden">{label}: </span>}
      {children}
    </td>
  );
}

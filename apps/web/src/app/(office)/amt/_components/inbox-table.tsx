"use client";

// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see InboxTable
import type { RefObject } from "react";
import type { ServiceTitles } from "../../../../components/services/service-titles.ts";
import type { CaseSummary } from "../../../../lib/cases/case-summary.ts";
import { useI18n } from "../../../../i18n/client.tsx";
import { InboxRow } from "./inbox-row.tsx";

const columns = ["service", "person", "unit", "status", "received", "assigned"] as const;

type InboxTableProps = {
  rows: RefObject<HTMLTableSectionElement | null>;
  lines: readonly CaseSummary[];
  serviceTitles: ServiceTitles;
  claiming: string | undefined;
  onClaim: (line: CaseSummary) => void;
};

/** A table on wide screens, cards on a phone. The roles are written out because a table laid out otherwise loses them. */
export function InboxTable({ rows, lines, serviceTitles, claiming, onClaim }: InboxTableProps) {
  const { t } = useI18n();
  return (
    <table role="table" className="w-full border-collapse text-left max-lg:block">
      <caption className="sr-only">{t("office.listName")}</caption>
      <thead role="rowgroup" className="max-lg:sr-only">
        <tr role="row" className="border-action border-b-2">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader" className="py-3 pr-4 text-sm first:pl-3">
              {t(`office.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={rows} role="rowgroup" className="max-lg:grid max-lg:gap-4 sm:max-lg:grid-cols-2">
        {lines.map((line) => (
          <InboxRow
            key={line.caseId}
            line={line}
            title={serviceTitles[line.serviceKey] ?? line.serviceKey}
            isClaiming={claiming === line.caseId}
            onClaim={() => onClaim(line)}
          />
        ))}
      </tbody>
    </table>
  );
}

"use client";

// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see AuditTable
import { useI18n } from "../../../../../i18n/client.tsx";
import type { AuditFilter, AuditRecord } from "../../../../../lib/audit/use-audit-log.ts";
import { AuditRow } from "./audit-row.tsx";

const columns = ["number", "at", "event", "actor", "details"] as const;

type AuditTableProps = { records: readonly AuditRecord[]; onNarrow: (more: AuditFilter) => void };

/** A table on wide screens, cards on a phone. The roles are written out because a table laid out otherwise loses them. */
export function AuditTable({ records, onNarrow }: AuditTableProps) {
  const { t } = useI18n();
  return (
    <table role="table" className="w-full border-collapse text-left max-lg:block">
      <caption className="sr-only">{t("audit.listName")}</caption>
      <thead role="rowgroup" className="max-lg:sr-only">
        <tr role="row" className="border-action border-b-2">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader" className="py-3 pr-4 text-sm first:pl-3">
              {t(`audit.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-lg:grid max-lg:gap-4">
        {records.map((record) => (
          <AuditRow key={record.seq} record={record} onNarrow={onNarrow} />
        ))}
      </tbody>
    </table>
  );
}

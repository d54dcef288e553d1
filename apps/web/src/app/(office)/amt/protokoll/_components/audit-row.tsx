"use client";

// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see AuditTable
import { auditTypes } from "@dvd/domain/audit/events";
import type { ReactNode } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { AuditFilter, AuditRecord } from "../../../../../lib/audit/use-audit-log.ts";
import { useDateText } from "../../../../../lib/use-date-text.ts";

type AuditRowProps = { record: AuditRecord; onNarrow: (more: AuditFilter) => void };

export function AuditRow({ record, onNarrow }: AuditRowProps) {
  const { t } = useI18n();
  const date = useDateText();
  const type = auditTypes.find((one) => one === record.type);
  const { actorId, caseId } = record;
  return (
    <tr
      role="row"
      id={`record-${record.seq}`}
      tabIndex={-1}
      className="border-line align-top max-lg:grid max-lg:gap-y-1.5 max-lg:rounded-card max-lg:border max-lg:bg-raised max-lg:p-4 lg:border-b"
    >
      <th
        scope="row"
        role="rowheader"
        className="py-3 pr-4 pl-3 text-left font-normal text-muted tabular-nums max-lg:p-0 max-lg:text-sm"
      >
        <span className="lg:sr-only">{t("audit.columns.number")} </span>
        {record.seq}
      </th>
      <Cell>
        <time dateTime={record.at} className="whitespace-nowrap">
          {date.exact(record.at)}
        </time>
      </Cell>
      <Cell>
        <span className="font-semibold">{type ? t(`audit.events.${type}`) : record.type}</span>
        <span className="block break-all text-muted text-sm">{record.type}</span>
      </Cell>
      <Cell>
        {t(`audit.actors.${record.actor}`)}
        {actorId && <Narrow label={t("audit.onlyActor")} id={actorId} onClick={() => onNarrow({ actorId })} />}
      </Cell>
      <Cell>
        {caseId && (
          <span className="block">
            {t("audit.case")} <Narrow label={t("audit.onlyCase")} id={caseId} onClick={() => onNarrow({ caseId })} />
          </span>
        )}
        <Facts record={record} />
      </Cell>
    </tr>
  );
}

/** Ids of the same day begin alike, so the end is shown; the whole one stands in the details. */
function Narrow({ label, id, onClick }: { label: string; id: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="block min-h-6 break-all text-left font-mono text-action text-sm underline underline-offset-4"
    >
      <span className="sr-only">{label}: </span>…{id.slice(-8)}
    </button>
  );
}

/** Names of facts are those of the format (docs/audit.md): an auditor compares them with an export. */
function Facts({ record }: { record: AuditRecord }) {
  const { t } = useI18n();
  const { actorId, caseId, objectId, correlationId, facts } = record;
  const all = Object.entries({ ...facts, actorId, caseId, objectId, correlationId }).filter(
    ([, value]) => value !== null,
  );
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-action underline underline-offset-4">
        {t("audit.allFacts")}
        <span className="sr-only"> {record.seq}</span>
      </summary>
      <dl className="mt-1 grid gap-y-1">
        {all.map(([name, value]) => (
          <div key={name}>
            <dt className="inline text-muted">{name}: </dt>
            <dd className="inline break-all font-mono">{String(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const Cell = ({ children }: { children: ReactNode }) => (
  <td role="cell" className="py-3 pr-4 max-lg:p-0">
    {children}
  </td>
);

"use client";

import type { AssuranceLevel } from "@dvd/domain/assurance";
import { AuthorityKey } from "../../../../../../components/authority-key.tsx";
import { StatusLabel } from "../../../../../../components/cases/status-label.tsx";
import { Reference } from "../../../../../../components/reference.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { BrowserTextKey } from "../../../../../../i18n/index.ts";
import type { OpenedCase } from "../../../../../../lib/cases/open-case.ts";
import { useDateText } from "../../../../../../lib/use-date-text.ts";
import { PageHeading } from "../../../../../../ui/page-heading.tsx";
import { Assignee } from "../../../_components/assignee.tsx";
import { PersonName } from "../../../_components/person-name.tsx";

const logins = {
  low: "office.loginLow",
  substantial: "office.loginSubstantial",
  high: "office.loginHigh",
} as const satisfies Record<AssuranceLevel, BrowserTextKey>;

type CaseHeadProps = {
  opened: Pick<OpenedCase, "summary" | "login" | "fingerprint">;
  title: string;
  person: string | null;
  isReading: boolean;
};

export function CaseHead({ opened: { summary, login, fingerprint }, title, person, isReading }: CaseHeadProps) {
  const { t } = useI18n();
  const date = useDateText();
  const facts = [
    { term: t("office.columns.person"), value: <PersonName name={person} isReading={isReading} /> },
    ...(login ? [{ term: t("office.login"), value: t(logins[login.assurance]) }] : []),
    { term: t("office.columns.unit"), value: summary.unit },
    { term: t("office.columns.assigned"), value: <Assignee summary={summary} /> },
    {
      term: t("office.received"),
      value: <time dateTime={summary.receivedAt}>{date.moment(summary.receivedAt)}</time>,
    },
  ];
  return (
    <div>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <StatusLabel state={summary.state} side="official" />
        <p className="text-muted text-sm">
          <span className="sr-only">{t("office.reference")} </span>
          <Reference>{summary.reference}</Reference>
        </p>
      </div>
      <PageHeading>{title}</PageHeading>
      <dl className="mt-6 grid gap-x-10 gap-y-4 border-line border-y py-4 sm:flex sm:flex-wrap">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt className="text-muted text-sm">{term}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <details data-print="no" className="mt-3 text-sm">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t("authorityKey.own")}</summary>
        <AuthorityKey fingerprint={fingerprint} hint={t("authorityKey.atTheCounter")} />
      </details>
    </div>
  );
}

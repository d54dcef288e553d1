"use client";

import { OfflineBanner } from "../../../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../../../components/problem-alert.tsx";
import { RouteLink } from "../../../../../../components/route-link.tsx";
import type { EvidenceLabels } from "../../../../../../components/services/read-evidence-labels.ts";
import type { ServiceTitles } from "../../../../../../components/services/service-titles.ts";
import { useI18n } from "../../../../../../i18n/client.tsx";
import { useConversation, useLiveCase, useOpenedCase } from "../../../../../../lib/cases/use-case.ts";
import { problemOf } from "../../../../../../lib/problem.ts";
import { paths } from "../../../../../../lib/paths.ts";
import { usePageTitle } from "../../../../../../lib/use-page-title.ts";
import { PageHeading } from "../../../../../../ui/page-heading.tsx";
import { StateView } from "../../../../../../ui/state-view.tsx";
import { CaseClosedByBias } from "./case-closed-by-bias.tsx";
import { CaseNotFound } from "./case-not-found.tsx";
import { CaseSkeleton } from "./case-skeleton.tsx";
import { CaseView } from "./case-view.tsx";

type OfficeCaseProps = { caseId: string; serviceTitles: ServiceTitles; evidence: EvidenceLabels };

/** A case for the official: opened on this device, kept fresh by the live stream. */
export function OfficeCase({ caseId, serviceTitles, evidence }: OfficeCaseProps) {
  const { t } = useI18n();
  const opened = useOpenedCase(caseId);
  const conversation = useConversation(caseId, opened.data !== undefined);
  useLiveCase(caseId);
  usePageTitle(opened.data ? `${t("office.caseTitle")} ${opened.data.summary.reference}` : t("office.caseTitle"));

  const error = opened.error ?? conversation.error;
  const problem = error && problemOf(error);
  if (problem?.kind === "refused" && problem.code === "case.not-found") return <CaseNotFound />;
  if (problem?.kind === "refused" && problem.code === "case.recused") return <CaseClosedByBias />;

  const retry = () => void (opened.error ? opened.refetch() : conversation.refetch());
  const title = opened.data && (serviceTitles[opened.data.summary.serviceKey] ?? opened.data.summary.serviceKey);
  return (
    <div className="page-width grid grid-cols-1 gap-6 py-6 sm:py-8">
      <p data-print="no">
        <RouteLink href={paths.inbox} className="link inline-flex min-h-11 items-center">
          {t("office.back")}
        </RouteLink>
      </p>
      <OfflineBanner />
      {problem && (
        <>
          {!opened.data && <PageHeading>{t("office.caseTitle")}</PageHeading>}
          <ProblemAlert problem={problem} onRetry={retry} signInAs="official" />
        </>
      )}
      {opened.data && title ? (
        <CaseView
          opened={opened.data}
          title={title}
          evidence={evidence[opened.data.summary.serviceKey] ?? []}
          messages={conversation.data?.messages}
        />
      ) : (
        !problem && (
          <>
            <PageHeading>{t("office.caseTitle")}</PageHeading>
            <StateView state={{ is: "loading", text: t("office.caseLoading"), skeleton: <CaseSkeleton /> }} />
          </>
        )
      )}
    </div>
  );
}

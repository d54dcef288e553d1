"use client";

import { OfflineBanner } from "../../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { RouteButton, RouteLink } from "../../../../../components/route-link.tsx";
import type { EvidenceLabels } from "../../../../../components/services/read-evidence-labels.ts";
import type { ServiceTitles } from "../../../../../components/services/service-titles.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useLiveCase } from "../../../../../lib/cases/use-case.ts";
import type { OwnCase } from "../../../../../lib/copies/open-own-case.ts";
import { useOwnCase } from "../../../../../lib/copies/use-own-case.ts";
import { useKeys } from "../../../../../lib/keys/keys-provider.tsx";
import { paths } from "../../../../../lib/paths.ts";
import { type Problem, problemOf } from "../../../../../lib/problem.ts";
import { usePageTitle } from "../../../../../lib/use-page-title.ts";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";
import { MeetAuthority } from "./meet-authority.tsx";
import { OpenedCaseView } from "./opened-case-view.tsx";
import { WaitingCase } from "./waiting-case.tsx";

const notFound: Problem = { kind: "refused", code: "case.not-found", number: null };

const isMissing = (problem: Problem) => problem.kind === "refused" && problem.code === "case.not-found";

type CaseViewProps = { caseId: string; titles: ServiceTitles; evidence: EvidenceLabels };

export function CaseView({ caseId, titles, evidence }: CaseViewProps) {
  const { t } = useI18n();
  const { state } = useKeys();
  const {
    query: { data, error, refetch },
    accept,
  } = useOwnCase(caseId);
  useLiveCase(caseId);

  // Who has no account has no case; it sounds the same as somebody else's.
  const problem = state.is === "new" ? notFound : error && problemOf(error);
  return (
    <div className="page-width py-6 sm:py-10">
      <OfflineBanner />
      <p data-print="no" className="mb-4">
        <RouteLink href={paths.cases} className="link inline-flex min-h-11 items-center">
          <span aria-hidden="true">←&nbsp;</span>
          {t("case.back")}
        </RouteLink>
      </p>
      {problem && !data && !isMissing(problem) && (
        <div className="mb-6">
          <PageHeading>{t("case.heading")}</PageHeading>
        </div>
      )}
      {problem &&
        (isMissing(problem) ? <NotFound /> : <ProblemAlert problem={problem} onRetry={() => void refetch()} />)}
      {data && state.is === "ready" && !(problem && isMissing(problem)) && (
        <OwnCaseView accountId={state.accountId} own={data} titles={titles} evidence={evidence} accept={accept} />
      )}
      {!data && !problem && (
        <>
          {/* What it is called stands in the answer. For the eyes a heading that gives way to it would only flash by. */}
          <h1 className="sr-only">{t("case.heading")}</h1>
          <StateView state={{ is: "loading", text: t("case.loading"), skeleton: <CaseSkeleton /> }} />
        </>
      )}
    </div>
  );
}

type OwnCaseViewProps = Pick<ReturnType<typeof useOwnCase>, "accept"> &
  Omit<CaseViewProps, "caseId"> & { accountId: string; own: OwnCase };

function OwnCaseView({ accountId, own, titles, evidence, accept }: OwnCaseViewProps) {
  const titleOf = (serviceKey: string) => titles[serviceKey] ?? serviceKey;
  switch (own.is) {
    case "open":
      return (
        <OpenedCaseView
          accountId={accountId}
          opened={own.opened}
          title={titleOf(own.opened.summary.serviceKey)}
          titles={titles}
          evidence={evidence[own.opened.summary.serviceKey] ?? []}
        />
      );
    case "waiting":
      return <WaitingCase answer={own.answer} title={titleOf(own.answer.summary.serviceKey)} />;
    case "unmet":
      break;
  }
  return (
    <MeetAuthority
      met={own}
      isBusy={accept.isPending}
      problem={accept.error && problemOf(accept.error)}
      onAccept={() => accept.mutate(own.fingerprint)}
    />
  );
}

function NotFound() {
  const { t, errorSentence } = useI18n();
  usePageTitle(t("case.notFoundTitle"));
  return (
    <>
      <PageHeading lead={errorSentence("case.not-found")}>{t("case.notFoundTitle")}</PageHeading>
      <div className="mt-8">
        <RouteButton href={paths.cases}>{t("case.toList")}</RouteButton>
      </div>
    </>
  );
}

function CaseSkeleton() {
  return (
    <div className="grid gap-6">
      <Skeleton className="h-11 w-2/3 max-w-96" />
      <Skeleton className="h-20 w-full rounded-card" />
      <Skeleton className="h-64 w-full rounded-card" />
    </div>
  );
}

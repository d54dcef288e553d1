"use client";

import { OfflineBanner } from "../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../components/problem-alert.tsx";
import { RouteButton } from "../../../../components/route-link.tsx";
import type { ServiceTitles } from "../../../../components/services/service-titles.ts";
import { useI18n } from "../../../../i18n/client.tsx";
import { useKeys } from "../../../../lib/keys/keys-provider.tsx";
import { paths } from "../../../../lib/paths.ts";
import { problemOf } from "../../../../lib/problem.ts";
import { Button } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { ArrowIcon, PaperIcon } from "../../../../ui/icons.tsx";
import { PageHeading } from "../../../../ui/page-heading.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";
import { StateView } from "../../../../ui/state-view.tsx";
import { CaseCard } from "./case-card.tsx";
import { useOwnCases } from "../../../../lib/cases/use-own-cases.ts";

export function CaseList({ titles }: { titles: ServiceTitles }) {
  const { t } = useI18n();
  return (
    <div className="page-width py-8 sm:py-12">
      <OfflineBanner />
      <PageHeading>{t("cases.title")}</PageHeading>
      <div className="mt-8">
        <Cases titles={titles} />
      </div>
    </div>
  );
}

function Cases({ titles }: { titles: ServiceTitles }) {
  const { t } = useI18n();
  const { state } = useKeys();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOwnCases();
  const cases = data?.pages.flatMap((page) => page.cases) ?? [];

  if (state.is === "new" || (data && cases.length === 0)) {
    return (
      <EmptyState
        picture={<PaperIcon className="size-12 text-action" />}
        text={t("cases.empty")}
        action={
          <RouteButton href={paths.services} icon={<ArrowIcon className="size-5" />}>
            {t("cases.start")}
          </RouteButton>
        }
      />
    );
  }
  const problem = error && <ProblemAlert problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (!data) return problem ?? <StateView state={{ is: "loading", text: t("cases.loading"), skeleton: <Waiting /> }} />;
  return (
    <div className="grid gap-6">
      <div>
        <RouteButton href={paths.services} variant="secondary">
          {t("cases.start")}
        </RouteButton>
      </div>
      {problem}
      <ul aria-label={t("cases.list")} className="grid gap-4">
        {cases.map((summary) => (
          <CaseCard key={summary.caseId} summary={summary} title={titles[summary.serviceKey] ?? summary.serviceKey} />
        ))}
      </ul>
      {hasNextPage && (
        <div>
          <Button
            variant="secondary"
            busy={isFetchingNextPage ? t("cases.loadingMore") : undefined}
            onClick={() => void fetchNextPage()}
          >
            {t("cases.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid gap-4">
      {[1, 2, 3].map((number) => (
        <Skeleton key={number} className="h-36 w-full rounded-card" />
      ))}
    </div>
  );
}

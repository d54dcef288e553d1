"use client";

import { OfflineBanner } from "../../../../components/offline-banner.tsx";
import { OwnDrafts } from "../../../../components/drafts/own-drafts.tsx";
import { ProblemAlert } from "../../../../components/problem-alert.tsx";
import { RouteButton } from "../../../../components/route-link.tsx";
import type { ServiceTitles } from "../../../../components/services/service-titles.ts";
import { useI18n } from "../../../../i18n/client.tsx";
import { useAllOwnCases, useLiveCases } from "../../../../lib/cases/use-own-cases.ts";
import { useKeys } from "../../../../lib/keys/keys-provider.tsx";
import { paths } from "../../../../lib/paths.ts";
import { problemOf } from "../../../../lib/problem.ts";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { ArrowIcon, PaperIcon } from "../../../../ui/icons.tsx";
import { PageHeading } from "../../../../ui/page-heading.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";
import { StateView } from "../../../../ui/state-view.tsx";
import { CaseGroupList } from "./case-group-list.tsx";
import { FilteredCases } from "./filtered-cases.tsx";

export function CaseList({ titles }: { titles: ServiceTitles }) {
  const { t } = useI18n();
  return (
    <div className="page-width py-8 sm:py-12">
      <OfflineBanner />
      <PageHeading>{t("cases.title")}</PageHeading>
      <div className="mt-8">
        <OwnDrafts titles={titles} />
        <Cases titles={titles} />
      </div>
    </div>
  );
}

/** What waits for this person comes first, whatever the filter says. */
function Cases({ titles }: { titles: ServiceTitles }) {
  const { t } = useI18n();
  const { state } = useKeys();
  useLiveCases();
  const { groups, cases, error, refetch } = useAllOwnCases();

  if (state.is === "new" || cases?.length === 0) {
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
  if (!cases)
    return problem ?? <StateView state={{ is: "loading", text: t("cases.loading"), skeleton: <Waiting /> }} />;
  const othersWait = (groups.todo.cases ?? []).length > 0;
  return (
    <div className="grid gap-8">
      <div>
        <RouteButton href={paths.services} variant="secondary">
          {t("cases.start")}
        </RouteButton>
      </div>
      {problem}
      {othersWait && (
        <section>
          <h2 className="mb-4 text-xl">{t("cases.todo")}</h2>
          <CaseGroupList label={t("cases.todo")} group={groups.todo} titles={titles} />
        </section>
      )}
      <FilteredCases open={groups.open} finished={groups.finished} othersWait={othersWait} titles={titles} />
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

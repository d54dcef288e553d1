"use client";

import { OfflineBanner } from "../../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { AllDeputiesCard } from "../../../../../components/deputies/all-deputies-card.tsx";
import { RecusalsCard } from "../../../../../components/recusals/recusals-card.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useMembers } from "../../../../../lib/members/use-members.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { EmptyState } from "../../../../../ui/empty-state.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";
import { CreateUnit } from "./create-unit.tsx";
import { TasksCard } from "./tasks-card.tsx";
import { UnitCard } from "./unit-card.tsx";

/** The authority as a whole: its units, who belongs to them and who of them can read. */
export function Members() {
  const { t } = useI18n();
  const { overview, error, retry } = useMembers();
  return (
    <div className="page-width grid grid-cols-1 gap-8 py-8 sm:py-12">
      <PageHeading lead={t("members.lead")}>{t("members.title")}</PageHeading>
      <OfflineBanner />
      {error && <ProblemAlert problem={problemOf(error)} onRetry={retry} signInAs="official" />}
      {!overview && !error && (
        <StateView state={{ is: "loading", text: t("members.loading"), skeleton: <MembersSkeleton /> }} />
      )}
      {overview?.units.length === 0 && <EmptyState text={t("members.noUnits")} />}
      {overview?.units.map((unit) => (
        <UnitCard key={unit.unitId} unit={unit} people={overview.people} invitations={overview.invitations} />
      ))}
      {overview && <CreateUnit />}
      <RecusalsCard />
      <AllDeputiesCard />
      {overview && <TasksCard people={overview.people} />}
    </div>
  );
}

const MembersSkeleton = () => (
  <div className="mt-4 grid gap-8">
    <Skeleton className="h-56 w-full" />
    <Skeleton className="h-56 w-full" />
  </div>
);

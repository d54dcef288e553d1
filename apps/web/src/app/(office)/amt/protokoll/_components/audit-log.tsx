"use client";

import { useState } from "react";
import { OfflineBanner } from "../../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { type AuditFilter, useAuditLog } from "../../../../../lib/audit/use-audit-log.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { Button } from "../../../../../ui/button.tsx";
import { EmptyState } from "../../../../../ui/empty-state.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";
import { useFocusWhenThere } from "../../../../../ui/use-focus-when-there.ts";
import { AuditFilterForm } from "./audit-filter-form.tsx";
import { AuditSkeleton } from "./audit-skeleton.tsx";
import { AuditTable } from "./audit-table.tsx";
import { ChainState } from "./chain-state.tsx";
import { CollectorsCard } from "./collectors-card.tsx";
import { TakeAlong } from "./take-along.tsx";

/** What was done in this authority, newest first, and whether the record of it still stands as it was written. */
export function AuditLog() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const focusWhenThere = useFocusWhenThere();
  const [filter, setFilter] = useState<AuditFilter>({});
  const log = useAuditLog(filter);
  const records = log.data?.pages.flatMap((page) => page.records) ?? [];

  const loadMore = async () => {
    const { data } = await log.fetchNextPage();
    const now = data?.pages.flatMap((page) => page.records) ?? [];
    const first = now[records.length];
    if (!first) return;
    announce(t("audit.moreDone", { count: now.length - records.length }));
    focusWhenThere(() => document.getElementById(`record-${first.seq}`));
  };

  return (
    <div className="page-width grid grid-cols-1 gap-8 py-8 sm:py-12">
      <PageHeading lead={t("audit.lead")}>{t("audit.title")}</PageHeading>
      <OfflineBanner />
      <ChainState />
      <AuditFilterForm filter={filter} onChange={setFilter} />
      {log.error && (
        <ProblemAlert problem={problemOf(log.error)} onRetry={() => void log.refetch()} signInAs="official" />
      )}
      {log.isPending && <StateView state={{ is: "loading", text: t("audit.loading"), skeleton: <AuditSkeleton /> }} />}
      {log.data && records.length === 0 && (
        <EmptyState text={t(Object.keys(filter).length > 0 ? "audit.nothingFound" : "audit.empty")} />
      )}
      {records.length > 0 && <AuditTable records={records} onNarrow={(more) => setFilter({ ...filter, ...more })} />}
      {log.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            busy={log.isFetchingNextPage ? t("audit.moreBusy") : undefined}
            onClick={() => void loadMore()}
          >
            {t("audit.more")}
          </Button>
        </div>
      )}
      <TakeAlong />
      <CollectorsCard />
    </div>
  );
}

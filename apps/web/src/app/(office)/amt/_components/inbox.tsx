"use client";

import { OfflineBanner } from "../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../components/problem-alert.tsx";
import type { ServiceTitles } from "../../../../components/services/service-titles.ts";
import { useI18n } from "../../../../i18n/client.tsx";
import { problemOf } from "../../../../lib/problem.ts";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { SuccessIcon } from "../../../../ui/icons.tsx";
import { StateView } from "../../../../ui/state-view.tsx";
import { InboxHeading } from "./inbox-heading.tsx";
import { InboxList } from "./inbox-list.tsx";
import { InboxSkeleton } from "./inbox-skeleton.tsx";
import { linesOf, useInbox } from "./use-inbox.ts";

type InboxProps = { serviceTitles: ServiceTitles; areShortcutsOn: boolean };

export function Inbox({ serviceTitles, areShortcutsOn }: InboxProps) {
  const { t } = useI18n();
  const inbox = useInbox();
  const lines = linesOf(inbox.data);

  const loadMore = async () => {
    const { data } = await inbox.fetchNextPage();
    return linesOf(data).slice(lines.length);
  };

  return (
    <div className="page-width grid grid-cols-1 gap-6 py-8 sm:py-12">
      <InboxHeading lines={inbox.data ? lines : null} hasMore={inbox.hasNextPage} />
      <OfflineBanner />
      {inbox.error && (
        <ProblemAlert problem={problemOf(inbox.error)} onRetry={() => void inbox.refetch()} signInAs="official" />
      )}
      {inbox.isPending && (
        <StateView state={{ is: "loading", text: t("office.loading"), skeleton: <InboxSkeleton /> }} />
      )}
      {inbox.data && lines.length === 0 && (
        <EmptyState picture={<SuccessIcon className="size-12 text-success" />} text={t("office.empty")} />
      )}
      {lines.length > 0 && (
        <InboxList
          lines={lines}
          serviceTitles={serviceTitles}
          areShortcutsOn={areShortcutsOn}
          hasMore={inbox.hasNextPage}
          isLoadingMore={inbox.isFetchingNextPage}
          onLoadMore={loadMore}
        />
      )}
    </div>
  );
}

"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useI18n } from "../../../../i18n/client.tsx";
import type { CaseSummary } from "../../../../lib/cases/case-summary.ts";
import { caseKeys } from "../../../../lib/cases/query-keys.ts";
import { useLive } from "../../../../lib/live/use-live.ts";
import { useTRPCClient } from "../../../../lib/trpc/client.ts";
import { useAnnounce } from "../../../../ui/live-region.tsx";

const pageSize = 25;
/** Changes that come together are one reading and one announcement. */
const gatherMs = 400;

const queryKey = [...caseKeys.list, "inbox"];

type Pages = { pages: readonly { cases: CaseSummary[] }[] };

export const linesOf = (data: Pages | undefined) => data?.pages.flatMap(({ cases }) => cases) ?? [];

/** The cases of the official's units, newest first; what arrives or is taken shows up by itself. */
export function useInbox() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const arrived = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey });
    const count = arrived.current.size;
    arrived.current.clear();
    if (count > 0) announce(count === 1 ? t("office.arrivedOne") : t("office.arrived", { count }));
  };
  const refreshSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refresh(), gatherMs);
  };

  useLive({
    onChange: ({ kind, caseId }) => {
      if (kind === "case.received") arrived.current.add(caseId);
      refreshSoon();
    },
    // Fetched before the stream stood: something may have happened in between.
    onReady: () => {
      if (queryClient.getQueryData(queryKey)) refreshSoon();
    },
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) =>
      client.cases.listInbox.query({ limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

"use client";

import type { CaseGroup } from "@dvd/domain/case/lifecycle";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useI18n } from "../../i18n/client.tsx";
import { caseKeys } from "./query-keys.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { useLive } from "../live/use-live.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { useAnnounce } from "../../ui/live-region.tsx";

const pageSize = 20;

/** A person's cases of one kind, the most recently touched first. */
export function useOwnCases(group: CaseGroup) {
  const client = useTRPCClient();
  const { state } = useKeys();
  const query = useInfiniteQuery({
    queryKey: caseKeys.own(group),
    queryFn: ({ pageParam }) =>
      client.cases.listOwnCases.query({ group, limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Without an account there is nothing to ask for.
    enabled: state.is === "ready",
  });
  return { ...query, cases: query.data?.pages.flatMap((page) => page.cases) };
}

/** The three kinds as one: there when all are, failed when one has. */
export function useAllOwnCases() {
  const groups = { todo: useOwnCases("todo"), open: useOwnCases("open"), finished: useOwnCases("finished") };
  const all = Object.values(groups);
  return {
    groups,
    cases: all.every(({ data }) => data) ? all.flatMap(({ cases }) => cases ?? []) : undefined,
    error: all.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all(all.map(({ refetch }) => refetch())),
  };
}

/** Keeps all of them up to date by the live stream, and says so once. */
export function useLiveCases() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const queryClient = useQueryClient();
  const refresh = () => void queryClient.invalidateQueries({ queryKey: caseKeys.list });
  useLive({
    onChange: () => {
      refresh();
      announce(t("cases.changed"));
    },
    onReady: () => {
      // Fetched before the stream stood: something may have happened in between.
      if (queryClient.getQueriesData({ queryKey: caseKeys.list }).some(([, data]) => data)) refresh();
    },
  });
}

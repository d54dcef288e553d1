"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useI18n } from "../../i18n/client.tsx";
import { caseKeys } from "./query-keys.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { useLive } from "../live/use-live.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { useAnnounce } from "../../ui/live-region.tsx";

const pageSize = 20;

/** A person's cases, the most recently touched first, kept up to date by the live stream. */
export function useOwnCases() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { state } = useKeys();

  const refresh = () => void queryClient.invalidateQueries({ queryKey: caseKeys.list });
  useLive({
    onChange: () => {
      refresh();
      announce(t("cases.changed"));
    },
    onReady: () => {
      // Fetched before the stream stood: something may have happened in between.
      if (queryClient.getQueryData(caseKeys.list)) refresh();
    },
  });

  return useInfiniteQuery({
    queryKey: caseKeys.list,
    queryFn: ({ pageParam }) =>
      client.cases.listOwnCases.query({ limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Without an account there is nothing to ask for.
    enabled: state.is === "ready",
  });
}

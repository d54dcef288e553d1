"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

export type Recusal = Awaited<ReturnType<ApiClient["recusals"]["listRecusals"]["query"]>>["recusals"][number];

const queryKey = ["recusals"];

/** Who does not act in which case, and the one way to lift it. */
export function useRecusals() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => client.recusals.listRecusals.query({}),
    staleTime: 0,
  });
  const lift = useMutation({
    mutationFn: ({ caseId, officialId }: Recusal) => client.recusals.liftRecusal.mutate({ caseId, officialId }),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { recusals: data?.recusals, error, retry: () => void refetch(), lift };
}

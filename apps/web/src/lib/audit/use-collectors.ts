"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

type Outputs = Awaited<ReturnType<ApiClient["collectors"]["listTokens"]["query"]>>;
export type CollectorToken = Outputs["tokens"][number];
export type NewCollectorToken = Awaited<ReturnType<ApiClient["collectors"]["makeToken"]["mutate"]>>;

const queryKey = ["audit", "collectors"];

/** The machines that read the log of this authority. */
export function useCollectors() {
  const client = useTRPCClient();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => client.collectors.listTokens.query({}),
    // Somebody who decides who reads wants to know how it is now.
    staleTime: 0,
    gcTime: 0,
  });
  return { tokens: data?.tokens, error, retry: () => void refetch() };
}

/** Making or revoking one; afterwards the list is asked for anew. */
export function useChangeCollectors<Answer>() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: (client: ApiClient) => Promise<Answer>) => act(client),
    // An answer can hold a token: it is kept by whoever shows it, and nowhere else.
    gcTime: 0,
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}

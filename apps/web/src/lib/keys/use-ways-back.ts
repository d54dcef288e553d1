"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

export type StoredWay = NonNullable<
  Awaited<ReturnType<ApiClient["accounts"]["getAccount"]["query"]>>["keys"]
>["slots"][number];
export type WaysChange = Parameters<ApiClient["accounts"]["changeWaysBack"]["mutate"]>[0];

const queryKey = ["ways-back"];

/** The ways back of whoever is signed in, as the server keeps them, and the one way to change them. */
export function useWaysBack() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => (await client.accounts.getAccount.query({})).keys?.slots ?? [],
  });
  const change = useMutation({
    mutationFn: async (prepare: () => Promise<WaysChange>) => client.accounts.changeWaysBack.mutate(await prepare()),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { ways: data, error, retry: () => void refetch(), change };
}

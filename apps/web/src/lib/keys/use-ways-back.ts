"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { DomainError } from "@dvd/domain/errors";
import { keyHolder } from "../../crypto/client.ts";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

export type StoredWay = NonNullable<
  Awaited<ReturnType<ApiClient["accounts"]["getAccount"]["query"]>>["keys"]
>["slots"][number];
export type WaysChange = Omit<Parameters<ApiClient["accounts"]["changeWaysBack"]["mutate"]>[0], "signed">;

/** `way`: the slot that goes, or the kind that comes. It says which part of the page is busy. */
type WayChanged = { way: string; prepare: () => Promise<WaysChange> };

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
    mutationFn: async ({ prepare }: WayChanged) => {
      const prepared = await prepare();
      // Read at the last moment: what is signed holds for the account as it is now, not as it was when the page came.
      const { keys } = await client.accounts.getAccount.query({});
      if (!keys) throw new DomainError("account.missing");
      const signed = await keyHolder().signWays(keys, prepared);
      return client.accounts.changeWaysBack.mutate({ ...prepared, signed });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { ways: data, error, retry: () => void refetch(), change };
}

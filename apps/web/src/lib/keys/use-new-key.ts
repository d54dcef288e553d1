"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useKeys } from "./keys-provider.tsx";
import { problemOf } from "../problem.ts";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

type Created = Awaited<ReturnType<ReturnType<typeof keyHolder>["create"]>>;

const queryKey = ["new-key"];

/**
 * The keys of a new account: made once when they are first needed, the same for as long as the page is open (the person
 * may have written them down already), and the account's only after `keep`. Officials say by which name they answer.
 */
export function useNewKey(isNeeded: boolean, displayName?: string) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { state, reopen } = useKeys();
  const isKept = useRef(false);
  const accountId = state.is === "new" ? state.accountId : null;
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => keyHolder().create(accountId ?? "", displayName),
    enabled: isNeeded && accountId !== null,
    staleTime: Infinity,
    gcTime: Infinity,
    networkMode: "always",
  });

  return {
    recoveryKey: data?.recoveryKey ?? null,
    problem: error && problemOf(error),
    retry: () => void refetch(),

    /** The account has its keys, or had them already. */
    async keep() {
      if (accountId === null || !data) return;
      if (!isKept.current) {
        await createAccount(client, data.account);
        await keyHolder().keepCreated();
      }
      // The key holder gives a new account away only once; what is left to do is to open it.
      isKept.current = true;
      await reopen();
    },

    /** Shown once and sent: from now on the key is only where the person put it. */
    forget: () => queryClient.removeQueries({ queryKey }),
  };
}

/** When the answer to an earlier try was lost, the account that exists is this one: its vault is ours to the byte. */
async function createAccount(client: ApiClient, account: Created["account"]) {
  try {
    await client.accounts.createAccount.mutate(account);
  } catch (error) {
    const problem = problemOf(error);
    if (problem.kind !== "refused" || problem.code !== "account.exists") throw error;
    const { keys } = await client.accounts.getAccount.query({});
    if (keys?.vault !== account.vault) throw error;
  }
}

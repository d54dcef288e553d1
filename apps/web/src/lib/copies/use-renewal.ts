"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { caseKeys } from "../cases/query-keys.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { problemOf } from "../problem.ts";
import { type ApiClient, useTRPCClient } from "../trpc/client.ts";

type Created = Awaited<ReturnType<ReturnType<typeof keyHolder>["renew"]>>;

const queryKey = ["renewal-key"];

/** New keys for an account that has lost its own. They are made here, and the account's only after `ask`. */
export function useRenewal(accountId: string, isWanted: boolean) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { reopen } = useKeys();
  const isKept = useRef(false);
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => keyHolder().renew(accountId),
    enabled: isWanted,
    staleTime: Infinity,
    gcTime: Infinity,
    networkMode: "always",
  });

  const ask = useMutation({
    mutationFn: async () => {
      if (!data) return;
      if (!isKept.current) {
        await renewAccount(client, data.account);
        await keyHolder().keepCreated();
      }
      isKept.current = true;
      await reopen();
      await queryClient.invalidateQueries({ queryKey: caseKeys.list });
      // Shown once: from now on the key is only where the person put it.
      queryClient.removeQueries({ queryKey });
    },
    networkMode: "always",
  });

  return {
    recoveryKey: data?.recoveryKey ?? null,
    makingProblem: error && problemOf(error),
    retryMaking: () => void refetch(),
    ask,
  };
}

/** When the answer to an earlier try was lost, what is asked for is this: the vault is ours to the byte. */
async function renewAccount(client: ApiClient, account: Created["account"]) {
  try {
    await client.accounts.renewAccount.mutate(account);
  } catch (error) {
    const { keys } = await client.accounts.getAccount.query({}).catch(() => ({ keys: null }));
    if (keys?.vault !== account.vault) throw error;
  }
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { keyHolder } from "../../crypto/client.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { useTRPCClient } from "../trpc/client.ts";
import { readDrafts } from "./read-drafts.ts";

export const draftsKey = ["drafts"] as const;

/** What a person has begun and not sent. Asked anew each time: another window may have gone on. */
export function useDrafts() {
  const client = useTRPCClient();
  const { state } = useKeys();
  const hasKeys = state.is === "ready";
  const accountId = "accountId" in state ? state.accountId : "";
  return useQuery({
    queryKey: [...draftsKey, accountId, hasKeys],
    queryFn: () => readDrafts({ keys: keyHolder(), client, accountId, hasKeys }),
    enabled: accountId !== "",
    staleTime: 0,
    gcTime: 0,
    networkMode: "always",
  });
}

"use client";

import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { caseKeys } from "../cases/query-keys.ts";
import { useKeys } from "../keys/keys-provider.tsx";
import { useTRPCClient } from "../trpc/client.ts";
import { openOwnCase } from "./open-own-case.ts";

/** One's own case, opened on this device as far as it can be. */
export function useOwnCase(caseId: string) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { state, savePins } = useKeys();
  const opening = state.is === "ready" ? state.opening : null;
  const queryKey = [...caseKeys.opened(caseId, opening ?? ""), "own"];
  const ports = { client, savePins };

  const query = useQuery({
    queryKey,
    queryFn: opening === null ? skipToken : () => openOwnCase(ports, caseId),
  });
  const accept = useMutation({
    mutationFn: (fingerprint: string) => openOwnCase(ports, caseId, fingerprint),
    onSuccess: (opened) => queryClient.setQueryData(queryKey, opened),
  });
  return { query, accept };
}

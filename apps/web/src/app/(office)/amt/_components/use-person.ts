"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { readPerson } from "../../../../lib/cases/read-person.ts";
import { useKeys } from "../../../../lib/keys/keys-provider.tsx";
import { useTRPCClient } from "../../../../lib/trpc/client.ts";

/**
 * The name behind a line of the inbox. Reading it hands out the key of the case, which is recorded; so it is read once,
 * and only for lines that somebody has really scrolled to.
 */
export function usePerson(caseId: string, isSeen: boolean) {
  const client = useTRPCClient();
  const { state, savePins } = useKeys();
  return useQuery({
    queryKey: ["person", caseId],
    queryFn: isSeen && state.is === "ready" ? () => readPerson({ client, savePins }, caseId) : skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

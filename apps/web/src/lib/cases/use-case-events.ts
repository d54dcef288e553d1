"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { CaseEvent } from "../../crypto/wire-types.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { caseKeys } from "./query-keys.ts";
import { readCaseEvents } from "./read-case-events.ts";

/** The history of a case, fetched as far as it is not known yet. */
export function useCaseEvents(caseId: string) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const queryKey = caseKeys.events(caseId);
  return useQuery({
    queryKey,
    queryFn: () => readCaseEvents(client, caseId, queryClient.getQueryData<CaseEvent[]>(queryKey) ?? []),
  });
}

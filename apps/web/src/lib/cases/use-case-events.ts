"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { CaseEvent } from "../../crypto/wire-types.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { caseKeys } from "./query-keys.ts";

/** The history of a case; events are only added, so what is known is not fetched again. */
export function useCaseEvents(caseId: string) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const queryKey = caseKeys.events(caseId);
  return useQuery({
    queryKey,
    queryFn: async () => {
      const events = [...(queryClient.getQueryData<CaseEvent[]>(queryKey) ?? [])];
      for (;;) {
        const page = await client.cases.listEvents.query({ caseId, after: events.at(-1)?.id ?? 0 });
        events.push(...page.events);
        if (page.nextAfter === null) return events;
      }
    },
  });
}

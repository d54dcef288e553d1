"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useI18n } from "../../i18n/client.tsx";
import { caseKeys } from "../../lib/cases/query-keys.ts";
import { problemOf } from "../../lib/problem.ts";
import { useTRPCClient } from "../../lib/trpc/client.ts";
import { useAnnounce } from "../../ui/live-region.tsx";
import { useProblemText } from "../use-problem-text.ts";

type Seen = { caseId: string; version: number };

/** Takes a case, as it was seen. Whoever was slower is told, and sees the new state. */
export function useClaim() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const client = useTRPCClient();
  const queryClient = useQueryClient();

  return useMutation({
    mutationFn: ({ caseId, version }: Seen) => client.cases.claimCase.mutate({ caseId, version }),
    onSuccess: () => announce(t("office.claimed")),
    onError: (error) => announce(problemText(problemOf(error)).text, "assertive"),
    onSettled: (_, __, { caseId }) =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: caseKeys.list }),
        queryClient.invalidateQueries({ queryKey: caseKeys.one(caseId) }),
      ]),
  });
}

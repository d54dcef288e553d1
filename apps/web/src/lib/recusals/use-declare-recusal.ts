"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useI18n } from "../../i18n/client.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { caseKeys } from "../cases/query-keys.ts";
import { useTRPCClient } from "../trpc/client.ts";

/** Afterwards nothing of the case is kept in this window, and what is asked for anew is refused. */
export function useDeclareRecusal(caseId: string) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.recusals.declareRecusal.mutate({ caseId }),
    onSuccess: async () => {
      announce(t("recusals.done"));
      await Promise.all([
        queryClient.resetQueries({ queryKey: caseKeys.one(caseId) }),
        queryClient.invalidateQueries({ queryKey: caseKeys.list }),
      ]);
    },
  });
}

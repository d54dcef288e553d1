"use client";

import type { IdentityCheck } from "@dvd/crypto";
import type { CopyRefusal } from "@dvd/domain/copies";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keyHolder } from "../../crypto/client.ts";
import { useI18n } from "../../i18n/client.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { caseKeys } from "../cases/query-keys.ts";
import type { Waiting } from "./open-own-case.ts";
import { useTRPCClient } from "../trpc/client.ts";

type Looked = { fingerprint: string; checked: IdentityCheck };

/** What an official decides about a request for a copy; the case is open, so its key is at hand in the worker. */
export function useCopyDecision({ summary: { caseId }, copies: { account, request } }: Waiting) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { renewalId } = request;
  const onSettled = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: caseKeys.list }),
      queryClient.invalidateQueries({ queryKey: caseKeys.one(caseId) }),
    ]);

  const grant = useMutation({
    mutationFn: async (looked: Looked) => {
      const sealed = await keyHolder().sealCopy({ caseId, account, request }, looked);
      return client.cases.grantCopy.mutate({ caseId, renewalId, ...sealed });
    },
    onSuccess: () => announce(t("copies.office.granted")),
    onSettled,
    networkMode: "always",
  });
  const refuse = useMutation({
    mutationFn: (reason: CopyRefusal) => client.cases.refuseCopy.mutate({ caseId, renewalId, reason }),
    onSuccess: () => announce(t("copies.office.refused")),
    onSettled,
    networkMode: "always",
  });
  return { grant, refuse };
}

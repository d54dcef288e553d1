"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { keyHolder } from "../../../../../crypto/client.ts";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { caseKeys } from "../../../../../lib/cases/query-keys.ts";
import type { Conversation } from "../../../../../lib/cases/read-conversation.ts";
import { useKeys } from "../../../../../lib/keys/keys-provider.tsx";
import { readReceipt, type StoredReceipt } from "../../../../../lib/receipts/read-receipt.ts";
import { useTRPCClient } from "../../../../../lib/trpc/client.ts";

type Question = { opened: CaseAnswer; receipt: StoredReceipt; conversation: Conversation | undefined };

/** The receipt, proven once the conversation is there: the first message is part of what it names. */
export function useCheckedReceipt({ opened, receipt, conversation }: Question) {
  const client = useTRPCClient();
  const { state } = useKeys();
  return useQuery({
    queryKey: [...caseKeys.one(opened.summary.caseId), "receipt", state.is === "ready" ? state.opening : ""],
    queryFn: conversation ? () => readReceipt(client, keyHolder(), opened, receipt, conversation) : skipToken,
  });
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { keyHolder } from "../../../../../crypto/client.ts";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { caseKeys } from "../../../../../lib/cases/query-keys.ts";
import type { Conversation } from "../../../../../lib/cases/read-conversation.ts";
import { readKeys } from "../../../../../lib/keys/read-keys.ts";
import { useKeys } from "../../../../../lib/keys/keys-provider.tsx";
import { useTRPCClient } from "../../../../../lib/trpc/client.ts";

export type StoredReceipt = NonNullable<CaseAnswer["receipt"]>;

type Question = { opened: CaseAnswer; receipt: StoredReceipt; conversation: Conversation | undefined };

/** The receipt, held against everything that is in the case; and the statements of the authority that prove it. */
export function useCheckedReceipt({ opened: { summary, documents, tenantId }, receipt, conversation }: Question) {
  const client = useTRPCClient();
  const { state } = useKeys();
  const { caseId } = summary;
  return useQuery({
    queryKey: [...caseKeys.one(caseId), "receipt", state.is === "ready" ? state.opening : ""],
    queryFn: async () => {
      const answer = await readKeys(client, keyHolder(), tenantId);
      const seals = [...documents, ...(conversation?.stored ?? [])].map(({ seal }) => seal);
      const proven = await keyHolder().checkStoredReceipt(caseId, receipt, seals, answer);
      // Without the log: a receipt is proven for its own time, and its keys by the root that is printed on it.
      return { ...proven, keys: { authority: answer.authority, statements: answer.statements } };
    },
    // The first message is part of what the receipt names.
    enabled: conversation !== undefined,
  });
}

import type { Keys } from "../../crypto/client.ts";
import type { CaseAnswer } from "../../crypto/wire-types.ts";
import type { Conversation } from "../cases/read-conversation.ts";
import { readKeys } from "../keys/read-keys.ts";
import type { ApiClient } from "../trpc/client.ts";

export type StoredReceipt = NonNullable<CaseAnswer["receipt"]>;
export type ProvenReceipt = Awaited<ReturnType<typeof readReceipt>>;

/** A receipt, held against everything that is in its case; with the statements of the authority that prove it. */
export async function readReceipt(
  client: ApiClient,
  keys: Keys,
  { summary: { caseId }, documents, tenantId }: CaseAnswer,
  receipt: StoredReceipt,
  conversation: Conversation,
) {
  const answer = await readKeys(client, keys, tenantId);
  const seals = [...documents, ...conversation.stored].map(({ seal }) => seal);
  const proven = await keys.checkStoredReceipt(caseId, receipt, seals, answer);
  // Without the log: a receipt is proven for its own time, and its keys by the root that is printed on it.
  return { ...proven, keys: { authority: answer.authority, statements: answer.statements } };
}

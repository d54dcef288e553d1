import { keyHolder } from "../../crypto/client.ts";
import type { OpenedMessage } from "../../crypto/contents.ts";
import type { StoredMessage } from "../../crypto/wire-types.ts";
import type { ApiClient } from "../trpc/client.ts";

export type Conversation = { stored: StoredMessage[]; messages: OpenedMessage[] };

/**
 * Fetches only what is new, but opens all of it again: each message is held against the one before it, from the first
 * one on. The case must be open.
 */
export async function readConversation(client: ApiClient, caseId: string, known: readonly StoredMessage[]) {
  const stored = [...known];
  for (;;) {
    const after = stored.at(-1)?.sequence ?? 0;
    const page = await client.messages.listMessages.query({ caseId, after });
    stored.push(...page.messages);
    if (page.nextAfter === null) break;
  }
  return { stored, messages: await keyHolder().openMessages(caseId, stored) } satisfies Conversation;
}

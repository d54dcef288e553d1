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
  const messages = await keyHolder().openMessages(caseId, stored);
  await compareLogs(client, caseId);
  return { stored, messages } satisfies Conversation;
}

/** What the other side tells about the key log must be the log that we were shown; otherwise one of us was lied to. */
async function compareLogs(client: ApiClient, caseId: string) {
  const logs = await keyHolder().logsToCompare(caseId);
  if (logs.length === 0) return;
  const { growth } = await client.directory.getLogGrowth.query({ sizes: logs.map(({ size }) => size).join(",") });
  await keyHolder().compareLogs(logs, growth);
}

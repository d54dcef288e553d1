import type { CaseId, MessageId, ThreadId } from "@dvd/domain/ids";
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type { cases } from "../schema/cases.ts";
import type { SenderKind } from "../schema/documents.ts";
import { messages, threads } from "../schema/messages.ts";
import type { ScopedTx } from "../tenant.ts";

type CaseScope = Pick<typeof cases.$inferSelect, "id" | "tenantId" | "citizenId">;

export const openThread = (tx: ScopedTx, { id: caseId, tenantId, citizenId }: CaseScope, id: ThreadId, now: Date) =>
  tx.insert(threads).values({ id, caseId, tenantId, citizenId, kind: "CHAT", createdAt: now });

/**
 * Takes the next number of the conversation and holds it until the transaction ends. Two senders at once come one
 * after the other, so numbers have no gaps and the sender's own chain can be checked without a race.
 */
export async function takeSequence(tx: ScopedTx, caseId: CaseId): Promise<{ threadId: ThreadId; sequence: number }> {
  const [row] = await tx
    .update(threads)
    .set({ lastSequence: sql`${threads.lastSequence} + 1` })
    .where(and(eq(threads.caseId, caseId), eq(threads.kind, "CHAT")))
    .returning({ threadId: threads.id, sequence: threads.lastSequence });
  if (!row) throw new Error("a submitted case has a conversation");
  return row;
}

type NewMessage = {
  id: MessageId;
  threadId: ThreadId;
  sequence: number;
  senderKind: SenderKind;
  header: Uint8Array<ArrayBuffer>;
  floeHeader: Uint8Array<ArrayBuffer>;
  seal: Uint8Array<ArrayBuffer>;
  body: Uint8Array<ArrayBuffer>;
};

/** False when a message with this id is already there. */
export async function addMessage(
  tx: ScopedTx,
  { id: caseId, tenantId, citizenId }: CaseScope,
  message: NewMessage,
  now: Date,
) {
  const added = await tx
    .insert(messages)
    .values({ ...message, caseId, tenantId, citizenId, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  return added.length > 0;
}

export async function findMessage(tx: ScopedTx, caseId: CaseId, id: MessageId) {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.id, id), eq(messages.caseId, caseId)));
  return row ?? null;
}

/** The newest message of one sender in a case. The sender's key id is a field of the public header (offset 64). */
export async function lastOfSender(tx: ScopedTx, caseId: CaseId, senderKeyId: Uint8Array) {
  const [row] = await tx
    .select({ header: messages.header, floeHeader: messages.floeHeader, seal: messages.seal })
    .from(messages)
    .where(
      and(eq(messages.caseId, caseId), sql`substring(${messages.header} from 65 for 32) = ${Buffer.from(senderKeyId)}`),
    )
    .orderBy(desc(messages.sequence))
    .limit(1);
  return row ?? null;
}

export const listMessages = (tx: ScopedTx, caseId: CaseId, after: number, count: number) =>
  tx
    .select({ message: messages })
    .from(messages)
    .innerJoin(threads, and(eq(threads.id, messages.threadId), eq(threads.kind, "CHAT")))
    .where(and(eq(messages.caseId, caseId), gt(messages.sequence, after)))
    .orderBy(asc(messages.sequence))
    .limit(count);

import { equalBytes } from "@dvd/crypto";
import { findMessage } from "@dvd/db/repositories/messages";
import type { ScopedTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { CaseId } from "@dvd/domain/ids";
import type { SealedMessage } from "./sealed-message.contract.ts";

/** The answer of the first time: the client makes the id, so a call repeated after a lost answer finds its message. */
export async function findSent(tx: ScopedTx, caseId: CaseId, message: SealedMessage) {
  const earlier = await findMessage(tx, caseId, message.messageId);
  if (!earlier) return null;
  // Under the id of another message it would be lost, and its sender would believe that it was sent.
  if (!equalBytes(earlier.seal, message.seal)) throw new DomainError("container.wrong-sequence");
  return { messageId: earlier.id, sequence: earlier.sequence, sentAt: earlier.createdAt.toISOString() };
}

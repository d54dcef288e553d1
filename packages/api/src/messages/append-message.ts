import { createHash } from "node:crypto";
import { CryptoError, createFrameCheck, equalBytes, messageIdOf, parsePublicHeader, verifySeal } from "@dvd/crypto";
import type { KnownCase } from "@dvd/db/repositories/cases";
import { addMessage, lastOfSender, takeSequence } from "@dvd/db/repositories/messages";
import type { ScopedTx } from "@dvd/db/tenant";
import { actingFor } from "@dvd/domain/case/policy";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import { refusalOf } from "../documents/container-errors.ts";
import { readHeader } from "../documents/read-header.ts";
import { getSender } from "../members/get-sender.ts";
import type { Bytes } from "../wire.ts";
import type { SealedMessage } from "./sealed-message.contract.ts";

type MessageContext = Omit<ActorCtx, "transact">;

/**
 * Adds a sealed message to the conversation of a case. Each sender's messages form a chain (number and predecessor in
 * the public header); the server holds the chain together so that an honest client never meets a gap.
 */
export async function appendMessage(
  ctx: MessageContext,
  tx: ScopedTx,
  found: KnownCase,
  message: SealedMessage,
  now: Date,
) {
  const account = await getSender(ctx, tx, found, now);
  const header = readHeader(message, found, "message", account.signingKeyId);
  await checkSeal(message, header, account.signingKey);

  const { threadId, sequence } = await takeSequence(tx, found.id);
  const previous = await lastOfSender(tx, found.id, account.signingKeyId);
  await assertFollows(header, previous);
  const { messageId: id, header: publicHeader, floeHeader, seal, body } = message;
  const row = { id, threadId, sequence, senderKind: ctx.actor.kind, header: publicHeader, floeHeader, seal, body };
  const added = await addMessage(tx, found, row, now);
  if (!added) throw new DomainError("container.wrong-sequence");

  const sent = { caseId: found.id, messageId: id, sequence, actingFor: actingFor(found, ctx.actor) };
  await record(ctx, tx, found.tenantId, { type: "message.sent", ...sent });
  return row;
}

async function checkSeal(message: SealedMessage, header: PublicHeader, senderSpki: Bytes) {
  try {
    const check = createFrameCheck({
      bodyLength: header.bodyLength,
      firstSegment: 0,
      segments: header.segmentCount,
      createHash: () => createHash("sha256"),
    });
    check.push(message.body);
    const { floeHeader, seal } = message;
    await verifySeal({ header: message.header, floeHeader, seal, segmentDigests: check.end(), senderSpki });
  } catch (error) {
    throw error instanceof CryptoError ? refusalOf(error) : error;
  }
}

type PublicHeader = ReturnType<typeof parsePublicHeader>;
type Stored = { header: Bytes; floeHeader: Bytes; seal: Bytes };

async function assertFollows(header: PublicHeader, last: Stored | null) {
  const lastSequence = last ? parsePublicHeader(last.header, last.floeHeader).sequence : 0n;
  const lastId = last ? await messageIdOf(last.seal) : new Uint8Array(32);
  if (header.sequence !== lastSequence + 1n || !equalBytes(header.previous, lastId))
    throw new DomainError("container.wrong-sequence");
}

import { equalBytes } from "@dvd/crypto";
import { getCase, moveCase, touchCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { findMessage } from "@dvd/db/repositories/messages";
import { canHappen } from "@dvd/domain/case/lifecycle";
import { assertCan, caseCan } from "@dvd/domain/case/policy";
import { DomainError } from "@dvd/domain/errors";
import type { ActorCtx } from "../context.ts";
import { appendMessage } from "./append-message.ts";
import type { SendMessage } from "./send-message.contract.ts";

/** Sends once: the client makes the id, so a repeated call after a lost answer finds its first message again. */
export const sendMessage = (ctx: ActorCtx, { caseId, message }: SendMessage) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.write(found, ctx.actor));
    const earlier = await findMessage(tx, caseId, message.messageId);
    if (earlier) {
      // Under the id of another message it would be lost, and its sender would believe that it was sent.
      if (!equalBytes(earlier.seal, message.seal)) throw new DomainError("container.wrong-sequence");
      return { messageId: earlier.id, sequence: earlier.sequence, sentAt: earlier.createdAt.toISOString() };
    }

    const now = ctx.now();
    const { sequence } = await appendMessage(ctx, tx, found, message, now);
    // The first reply of an official starts the work on a case by itself.
    const starts = ctx.actor.kind === "official" && canHappen("start", found.state);
    if (starts) await moveCase(tx, found, "start", now);
    else await touchCase(tx, caseId, now);

    await noteChange(tx, "message.sent", found, message.messageId);
    ctx.log.event("message.sent", { caseId, messageId: message.messageId, sequence, bytes: message.body.length });
    return { messageId: message.messageId, sequence, sentAt: now.toISOString() };
  });

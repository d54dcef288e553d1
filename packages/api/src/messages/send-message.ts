import { getCase, moveCase, touchCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { canHappen } from "@dvd/domain/case/lifecycle";
import { actingFor, caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import type { ActorCtx } from "../context.ts";
import { appendMessage } from "./append-message.ts";
import { findSent } from "./find-sent.ts";
import type { SendMessage } from "./send-message.contract.ts";

/** Sends once, however often it is called with the same message. */
export const sendMessage = (ctx: ActorCtx, { caseId, message }: SendMessage) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.write(found, ctx.actor));
    const earlier = await findSent(tx, caseId, message);
    if (earlier) return earlier;

    const now = ctx.now();
    const { sequence } = await appendMessage(ctx, tx, found, message, now);
    // The first reply of an official starts the work on a case by itself.
    const starts = ctx.actor.kind === "official" && canHappen("start", found.state);
    if (starts) await moveCase(tx, found, "start", now);
    else await touchCase(tx, caseId, now);

    const about = { subjectId: message.messageId, actingForId: actingFor(found, ctx.actor) };
    await noteChange(tx, "message.sent", found, about);
    ctx.log.event("message.sent", { caseId, messageId: message.messageId, sequence, bytes: message.body.length });
    return { messageId: message.messageId, sequence, sentAt: now.toISOString() };
  });

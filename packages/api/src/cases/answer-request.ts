import { getCase, moveCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { CitizenCtx } from "../context.ts";
import { appendMessage } from "../messages/append-message.ts";
import { findSent } from "../messages/find-sent.ts";
import type { AnswerRequest } from "./answer-request.contract.ts";

/**
 * Answers what was asked for and gives the case back to its official. The documents of the answer are in the case by
 * then, each stored by itself; whether they are the right ones, only a person can say.
 */
export const answerRequest = (ctx: CitizenCtx, { caseId, message }: AnswerRequest) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.read(found, ctx.actor));
    const earlier = await findSent(tx, caseId, message);
    if (earlier) return earlier;
    assertCan(caseCan.answer(found, ctx.actor));

    const now = ctx.now();
    const { messageId } = message;
    const { sequence } = await appendMessage(ctx, tx, found, message, now);
    const answered = await moveCase(tx, found, "citizenAnswered", now);
    await record(ctx, tx, answered.tenantId, { type: "case.answered", caseId, messageId });
    await noteChange(tx, "case.answered", answered, { subjectId: messageId });
    ctx.log.event("case.answered", { caseId, tenantId: answered.tenantId, messageId });
    return { messageId, sequence, sentAt: now.toISOString() };
  });

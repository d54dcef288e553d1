import { getCase, moveCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { isDueDate } from "@dvd/domain/case/due-date";
import { actingFor, caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { appendMessage } from "../messages/append-message.ts";
import { findSent } from "../messages/find-sent.ts";
import type { AskCitizen } from "./ask-citizen.contract.ts";

/** Asks for evidence: from now on the case waits for its citizen. Asked again after a lost answer, it is asked once. */
export const askCitizen = (ctx: OfficialCtx, { caseId, message, dueOn }: AskCitizen) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.read(found, ctx.actor));
    const earlier = await findSent(tx, caseId, message);
    if (earlier) return earlier;
    assertCan(caseCan.askCitizen(found, ctx.actor));
    const now = ctx.now();
    if (!isDueDate(dueOn, now)) throw new DomainError("case.due-date");

    const { messageId } = message;
    const actingForId = actingFor(found, ctx.actor);
    const { sequence } = await appendMessage(ctx, tx, found, message, now);
    const asked = await moveCase(tx, found, "askCitizen", now, { dueOn });
    await record(ctx, tx, asked.tenantId, { type: "case.asked", caseId, messageId, dueOn, actingFor: actingForId });
    await noteChange(tx, "case.asked", asked, { subjectId: messageId, actingForId });
    ctx.log.event("case.asked", { caseId, tenantId: asked.tenantId, messageId });
    return { messageId, sequence, sentAt: now.toISOString() };
  });

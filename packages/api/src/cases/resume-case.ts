import { getCase, moveCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { actingFor, caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import type { ResumeCase } from "./resume-case.contract.ts";

/** Ends the waiting without an answer. What the citizen was asked for stays asked, and may still come. */
export const resumeCase = (ctx: OfficialCtx, { caseId, version }: ResumeCase) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.resume(found, ctx.actor));
    if (found.version !== version) throw new DomainError("case.conflict");

    const actingForId = actingFor(found, ctx.actor);
    const resumed = await moveCase(tx, found, "resume", ctx.now());
    await record(ctx, tx, resumed.tenantId, { type: "case.resumed", caseId, actingFor: actingForId });
    await noteChange(tx, "case.resumed", resumed, { actingForId });
    ctx.log.event("case.resumed", { caseId, tenantId: resumed.tenantId });
    return { caseId, version: resumed.version };
  });

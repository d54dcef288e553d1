import { getCase } from "@dvd/db/repositories/cases";
import { removeRecusal } from "@dvd/db/repositories/recusals";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import type { LiftRecusal } from "./recusal.contract.ts";

/** By somebody who answers for the unit, and never by the person. The case stays with whoever has it. */
export const liftRecusal = (ctx: OfficialCtx, { caseId, officialId }: LiftRecusal) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("seeRecusals", ctx.actor));
    const { unitId, tenantId } = await getCase(tx, caseId);
    assertCan(tenantCan("liftRecusal", ctx.actor, { unitId, officialId }));
    assertFreshLogin(ctx, "recusal.lift");
    if (!(await removeRecusal(tx, { caseId, officialId }))) throw new DomainError("member.not-found");
    await record(ctx, tx, tenantId, { type: "recusal.lifted", caseId, memberId: officialId });
    return { caseId };
  });

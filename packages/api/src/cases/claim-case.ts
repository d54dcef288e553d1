import { getCase, moveCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { isMember } from "@dvd/db/repositories/members";
import { isRecused } from "@dvd/db/repositories/recusals";
import { holdUnit } from "@dvd/db/repositories/turns";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { claiming } from "@dvd/domain/case/lifecycle";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { getSender } from "../members/get-sender.ts";
import type { ClaimCase } from "./claim-case.contract.ts";

export const claimCase = (ctx: OfficialCtx, { caseId, version }: ClaimCase) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.claim(found, ctx.actor));
    if (found.version !== version) throw new DomainError("case.conflict");
    // Whoever may not answer would only keep it from those who may.
    await getSender(ctx, tx, found, ctx.now());
    const { tenantId, officialId } = ctx.actor;
    await holdUnit(tx, found.unitId, "stay");
    if (!(await isMember(tx, { tenantId, unitId: found.unitId, officialId }))) throw new DomainError("case.not-found");
    if (await isRecused(tx, { caseId, officialId })) throw new DomainError("case.recused");

    const taken = { assignedOfficialId: officialId };
    const claimed = await moveCase(tx, found, claiming(found.state), ctx.now(), taken);
    await record(ctx, tx, claimed.tenantId, { type: "case.claimed", caseId });
    await noteChange(tx, "case.claimed", claimed);
    ctx.log.event("case.claimed", { caseId, tenantId: claimed.tenantId, officialId });
    return { caseId, version: claimed.version };
  });

import { getCase } from "@dvd/db/repositories/cases";
import { listSeedsOf } from "@dvd/db/repositories/members";
import { addRecusal } from "@dvd/db/repositories/recusals";
import { holdUnit } from "@dvd/db/repositories/turns";
import type { TenantTx } from "@dvd/db/tenant";
import { isRunning } from "@dvd/domain/case/lifecycle";
import { caseCan } from "@dvd/domain/case/policy";
import { DomainError } from "@dvd/domain/errors";
import type { CaseId } from "@dvd/domain/ids";
import { hasOtherReader } from "@dvd/domain/tenant/key-holders";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { releaseCase } from "../members/release-cases.ts";
import type { DeclareRecusal } from "./recusal.contract.ts";

/**
 * Steps back from a case because of bias. From the next request on nothing of it is handed out to them; they keep the
 * key of the unit, so this is the server's word, as with somebody who has left (docs/members.md).
 */
export const declareRecusal = (ctx: OfficialCtx, { caseId }: DeclareRecusal) =>
  ctx.transact(async (tx) => {
    const { unitId } = await getOpenCase(ctx, tx, caseId);
    // Nobody leaves the unit meanwhile, and nobody takes a case in it: neither would know of the other.
    await holdUnit(tx, unitId, "leave");
    const found = await getOpenCase(ctx, tx, caseId);
    const { tenantId, officialId } = ctx.actor;
    const held = await listSeedsOf(tx, tenantId, unitId);
    if (!hasOtherReader(held, officialId, found.recusedIds)) throw new DomainError("case.last-reader");

    await addRecusal(tx, found, officialId);
    await record(ctx, tx, tenantId, { type: "case.recused", caseId });
    const isFree = found.assignedOfficialId === officialId && isRunning(found.state);
    if (isFree) await releaseCase(ctx, tx, found, officialId);
    return { caseId, isFree };
  });

async function getOpenCase({ actor }: OfficialCtx, tx: TenantTx, caseId: CaseId) {
  const found = await getCase(tx, caseId);
  assertCan(caseCan.recuse(found, actor));
  return found;
}

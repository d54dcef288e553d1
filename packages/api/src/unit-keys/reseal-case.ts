import { toHex } from "@dvd/crypto";
import { getAccount } from "@dvd/db/repositories/accounts";
import { addNewGrants } from "@dvd/db/repositories/case-grants";
import { getCase } from "@dvd/db/repositories/cases";
import { removeOlderUnitGrants } from "@dvd/db/repositories/unit-keys";
import { caseCan } from "@dvd/domain/case/policy";
import { DomainError } from "@dvd/domain/errors";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import { checkCaseGrants } from "../cases/check-case-grants.ts";
import { currentUnitKeyId } from "../cases/current-unit-key.ts";
import { newId, type OfficialCtx } from "../context.ts";
import { signedUnits } from "../members/signed-units.ts";
import type { ResealCase } from "./reseal-case.contract.ts";

/**
 * The key of an open case, sealed for the present key of its unit. What was sealed for earlier ones goes in the same
 * transaction, and only because this stands: of two who do it at once the second finds it done.
 */
export const resealCase = (ctx: OfficialCtx, { caseId, grant }: ResealCase) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.reseal(found, ctx.actor));
    const { tenantId, unitId, scopeId } = found;
    const self = ctx.actor.officialId;
    // The unit takes keys only from whom the authority has signed for: from anybody else it would open nothing.
    if (!(await signedUnits(tx, tenantId))(unitId).accounts.has(self)) throw new DomainError("member.not-signed");
    const keyId = await currentUnitKeyId(tx, tenantId, unitId);
    const official = await getAccount(tx, self);
    const recipient = { role: "unit" as const, keyId };
    const grants = await checkCaseGrants({ caseId, scopeId, grants: [grant] }, official, [recipient]);

    const sealed = grants.map((one) => ({ id: newId(ctx), ...one }));
    if (await addNewGrants(tx, found, sealed)) {
      await removeOlderUnitGrants(tx, caseId, keyId);
      await record(ctx, tx, tenantId, { type: "case.resealed", caseId, keyId: toHex(keyId) });
    }
    return { caseId };
  });

import { equalBytes, fromHex, parseReceipt, toHex } from "@dvd/crypto";
import { getAccount } from "@dvd/db/repositories/accounts";
import { addNewGrants, findGrant } from "@dvd/db/repositories/case-grants";
import { getCase, holdCase } from "@dvd/db/repositories/cases";
import { findReceipt } from "@dvd/db/repositories/receipts";
import { removeOlderUnitGrants } from "@dvd/db/repositories/unit-keys";
import type { ScopedTx } from "@dvd/db/tenant";
import { caseCan } from "@dvd/domain/case/policy";
import { DomainError } from "@dvd/domain/errors";
import type { CaseId } from "@dvd/domain/ids";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import { checkCaseGrants } from "../cases/check-case-grants.ts";
import { currentUnitKeyId } from "../cases/current-unit-key.ts";
import { newId, type OfficialCtx } from "../context.ts";
import { signedUnits } from "../members/signed-units.ts";
import type { ResealCase } from "./reseal-case.contract.ts";

/**
 * The key of an open case, sealed for the present key of its unit. What other members have sealed for earlier ones goes in
 * the same transaction; what the citizen has sealed stays. Of two who do it at once the second is told that theirs is not
 * what lies there.
 */
export const resealCase = (ctx: OfficialCtx, { caseId, grant }: ResealCase) =>
  ctx.transact(async (tx) => {
    // One after the other: whoever has read which key counts before it changed would take what another has sealed for the new one.
    await holdCase(tx, ctx.actor.tenantId, caseId);
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
      await removeOlderUnitGrants(tx, { caseId, keyId, citizenKeyId: await citizenKeyIdOf(tx, caseId) });
      await record(ctx, tx, tenantId, { type: "case.resealed", caseId, keyId: toHex(keyId) });
      return { caseId, isTaken: true };
    }
    const there = await findGrant(tx, caseId, keyId);
    return { caseId, isTaken: there !== null && equalBytes(there, grant) };
  });

/** The key that began the case: its receipt names it, also when the account has other ones by now. */
async function citizenKeyIdOf(tx: ScopedTx, caseId: CaseId) {
  const receipt = await findReceipt(tx, caseId);
  if (!receipt) throw new DomainError("keys.grant-missing");
  return fromHex(parseReceipt(receipt.payload).sender.key_id);
}

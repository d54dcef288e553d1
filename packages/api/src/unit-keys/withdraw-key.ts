import { holdUnit } from "@dvd/db/repositories/turns";
import { listProposals } from "@dvd/db/repositories/unit-keys";
import type { TenantTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { UnitId } from "@dvd/domain/ids";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import type { OfficialCtx } from "../context.ts";
import { signedUnits } from "../members/signed-units.ts";
import { dropProposal } from "./drop-proposal.ts";
import type { WithdrawKey } from "./propose-key.contract.ts";

/** Without a fresh login: whoever sees that something is wrong should not have to wait. What counts stays as it is. */
export const withdrawKey = (ctx: OfficialCtx, { unitId }: WithdrawKey) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("rotateKey", ctx.actor, { unitId }));
    await holdUnit(tx, unitId, "leave");
    await assertBelieved(ctx, tx, unitId);
    if (!(await dropProposal(ctx, tx, unitId))) throw new DomainError("unit-key.not-proposed");
    return { unitId };
  });

/** One who is not signed for could stop every new key. Whoever proposed it may take it back, also when struck off since. */
async function assertBelieved({ actor: { tenantId, officialId } }: OfficialCtx, tx: TenantTx, unitId: UnitId) {
  const signed = (await signedUnits(tx, tenantId))(unitId);
  if (signed.accounts.has(officialId)) return;
  const proposals = await listProposals(tx, tenantId);
  const isOwn = proposals.some((one) => one.unitId === unitId && one.proposedBy === officialId);
  if (!isOwn) throw new DomainError("member.not-signed");
}

import { holdUnit } from "@dvd/db/repositories/turns";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import type { OfficialCtx } from "../context.ts";
import { dropProposal } from "./drop-proposal.ts";
import type { WithdrawKey } from "./propose-key.contract.ts";

/** Without a fresh login: whoever sees that something is wrong should not have to wait. What counts stays as it is. */
export const withdrawKey = (ctx: OfficialCtx, { unitId }: WithdrawKey) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("rotateKey", ctx.actor, { unitId }));
    await holdUnit(tx, unitId, "leave");
    if (!(await dropProposal(ctx, tx, unitId))) throw new DomainError("unit-key.not-proposed");
    return { unitId };
  });

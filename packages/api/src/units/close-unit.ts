import { holdUnit } from "@dvd/db/repositories/turns";
import { setClosed } from "@dvd/db/repositories/units";
import { DomainError } from "@dvd/domain/errors";
import { obstaclesToClosing } from "@dvd/domain/tenant/closing-units";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { assertOpen } from "./assert-open.ts";
import { ringUnit } from "./ring-unit.ts";
import type { WhichUnit } from "./unit.contract.ts";
import { useOfUnits } from "./use-of-units.ts";

/**
 * Nothing new comes to the unit from then on: no case, no member, no key. Whoever belongs to it stays and reads what was
 * there, and the authority goes on signing for its key: without that nobody could check who has written what.
 */
export const closeUnit = (ctx: OfficialCtx, { unitId }: WhichUnit) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("changeUnit", ctx.actor));
    assertFreshLogin(ctx, "unit.change");
    const { tenantId } = ctx.actor;
    // Whoever sends, invites or publishes rules at this moment is found here, or meets a closed unit.
    await holdUnit(tx, unitId, "leave");
    await assertOpen(tx, tenantId, unitId);
    const useOf = await useOfUnits(tx, tenantId, ctx.now());
    if (obstaclesToClosing(useOf(unitId)).length > 0) throw new DomainError("unit.in-use", { unitId });

    await setClosed(tx, tenantId, unitId, ctx.now());
    await record(ctx, tx, tenantId, { type: "unit.closed", unitId });
    await ringUnit(tx, tenantId, unitId);
    return { unitId };
  });

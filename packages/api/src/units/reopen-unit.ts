import { holdUnit } from "@dvd/db/repositories/turns";
import { setClosed } from "@dvd/db/repositories/units";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { getUnit } from "./assert-open.ts";
import { ringUnit } from "./ring-unit.ts";
import type { WhichUnit } from "./unit.contract.ts";

/** The way back, and the way to a new reader when the last one of a closed unit wants to leave. */
export const reopenUnit = (ctx: OfficialCtx, { unitId }: WhichUnit) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("changeUnit", ctx.actor));
    assertFreshLogin(ctx, "unit.change");
    const { tenantId } = ctx.actor;
    await holdUnit(tx, unitId, "leave");
    const { closedAt } = await getUnit(tx, tenantId, unitId);
    if (!closedAt) throw new DomainError("unit.not-closed", { unitId });

    await setClosed(tx, tenantId, unitId, null);
    await record(ctx, tx, tenantId, { type: "unit.reopened", unitId });
    await ringUnit(tx, tenantId, unitId);
    return { unitId };
  });

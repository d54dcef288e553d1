import { holdUnitNames } from "@dvd/db/repositories/turns";
import { addUnit, isNameTaken } from "@dvd/db/repositories/units";
import { DomainError } from "@dvd/domain/errors";
import type { UnitId } from "@dvd/domain/ids";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import { newId, type OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import type { CreateUnit } from "./unit.contract.ts";

/**
 * An office with a name and nothing else. It has no key, so nothing can be sealed for it, and no rule may lead to it
 * (`publishRules`) before one of its members has made the first key and the key office has signed it.
 */
export const createUnit = (ctx: OfficialCtx, { name }: CreateUnit) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("changeUnit", ctx.actor));
    assertFreshLogin(ctx, "unit.change");
    const { tenantId } = ctx.actor;
    const unitId = newId<UnitId>(ctx);
    await holdUnitNames(tx, tenantId);
    if (await isNameTaken(tx, tenantId, name, unitId)) throw new DomainError("unit.name-taken");

    await addUnit(tx, { id: unitId, tenantId, name });
    await record(ctx, tx, tenantId, { type: "unit.created", unitId });
    return { unitId };
  });

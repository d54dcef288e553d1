import { holdUnitNames } from "@dvd/db/repositories/turns";
import { isNameTaken, renameUnit as rename } from "@dvd/db/repositories/units";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { getUnit } from "./assert-open.ts";
import type { RenameUnit } from "./unit.contract.ts";

/**
 * Counts everywhere at once, also for what was sent before: keys, lists, receipts and rules name the unit's id, which
 * stays. A closed unit may be renamed as well, so that its name is free for the one that comes after it.
 */
export const renameUnit = (ctx: OfficialCtx, { unitId, name }: RenameUnit) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("changeUnit", ctx.actor));
    assertFreshLogin(ctx, "unit.change");
    const { tenantId } = ctx.actor;
    await holdUnitNames(tx, tenantId);
    await getUnit(tx, tenantId, unitId);
    if (await isNameTaken(tx, tenantId, name, unitId)) throw new DomainError("unit.name-taken");

    await rename(tx, tenantId, unitId, name);
    await record(ctx, tx, tenantId, { type: "unit.renamed", unitId });
    return { unitId };
  });

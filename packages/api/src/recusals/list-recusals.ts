import { listRecusals as list } from "@dvd/db/repositories/recusals";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import type { OfficialCtx } from "../context.ts";

/** Who does not act in which case: for those who answer for a unit, and for the admins of the whole authority. */
export const listRecusals = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("seeRecusals", ctx.actor));
    const { tenantId, ledUnitIds, roles } = ctx.actor;
    const rows = await list(tx, tenantId, roles.includes("admin") ? "all" : ledUnitIds);
    const recusals = rows.map(({ unitId, since, ...row }) => ({
      ...row,
      since: since.toISOString(),
      mayLift: tenantCan("liftRecusal", ctx.actor, { unitId, officialId: row.officialId }) === true,
    }));
    return { recusals };
  });

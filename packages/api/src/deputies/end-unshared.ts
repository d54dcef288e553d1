import { removeUnshared } from "@dvd/db/repositories/deputyships";
import { ringFor } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import type { OfficialId } from "@dvd/domain/ids";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";

/** After somebody has left a unit, or the authority: where two are in no unit together, none stands in for the other. */
export async function endUnshared(ctx: OfficialCtx, tx: TenantTx, leaverId: OfficialId) {
  const { tenantId } = ctx.actor;
  for (const { officialId: formerId, deputyId } of await removeUnshared(tx, tenantId, leaverId)) {
    await record(ctx, tx, tenantId, { type: "deputy.ended", formerId, deputyId });
    await ringFor(tx, deputyId);
  }
}

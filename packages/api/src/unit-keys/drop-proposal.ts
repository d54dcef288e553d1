import { dropProposal as drop } from "@dvd/db/repositories/unit-keys";
import type { TenantTx } from "@dvd/db/tenant";
import type { UnitId } from "@dvd/domain/ids";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";

/** With a record. False when there was none. */
export async function dropProposal(ctx: OfficialCtx, tx: TenantTx, unitId: UnitId): Promise<boolean> {
  const { tenantId } = ctx.actor;
  const epoch = await drop(tx, tenantId, unitId);
  if (epoch !== null) await record(ctx, tx, tenantId, { type: "key.withdrawn", unitId, epoch });
  return epoch !== null;
}

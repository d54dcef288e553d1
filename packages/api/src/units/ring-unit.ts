import { listMemberships, ringFor } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import type { TenantId, UnitId } from "@dvd/domain/ids";

/** Everybody of a unit looks anew. */
export async function ringUnit(tx: TenantTx, tenantId: TenantId, unitId: UnitId) {
  const members = (await listMemberships(tx, tenantId)).filter((one) => one.unitId === unitId);
  for (const { officialId } of members) await ringFor(tx, officialId);
}

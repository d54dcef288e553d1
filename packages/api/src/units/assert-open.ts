import { holdUnit } from "@dvd/db/repositories/turns";
import { findUnit } from "@dvd/db/repositories/units";
import type { ScopedTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { TenantId, UnitId } from "@dvd/domain/ids";

/** Another authority's unit is "not found", in the same words as one that never was. */
export async function getUnit(tx: ScopedTx, tenantId: TenantId, unitId: UnitId) {
  const unit = await findUnit(tx, tenantId, unitId);
  if (!unit) throw new DomainError("unit.not-found");
  return unit;
}

/** For whoever holds the unit: nothing new begins in one that is closed. */
export async function assertOpen(tx: ScopedTx, tenantId: TenantId, unitId: UnitId) {
  const { closedAt } = await getUnit(tx, tenantId, unitId);
  if (closedAt) throw new DomainError("unit.closed", { unitId });
}

/** Until the transaction ends nobody closes it: they wait, and find what began here. */
export async function assertStaysOpen(tx: ScopedTx, tenantId: TenantId, unitId: UnitId) {
  await holdUnit(tx, unitId, "stay");
  await assertOpen(tx, tenantId, unitId);
}

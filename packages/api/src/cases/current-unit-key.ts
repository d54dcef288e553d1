import { fromBase64Url, kemKeyId, parseStatement } from "@dvd/crypto";
import { findUnitKeyStatement } from "@dvd/db/repositories/directory";
import type { AnyTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { TenantId, UnitId } from "@dvd/domain/ids";
import { newestCheckpoint } from "../key-log/prove-logged.ts";

/**
 * The newest key of the unit that readers are shown: one that was signed and does not stand in the log yet is refused by
 * every browser, so nothing can be sealed for it.
 */
export async function currentUnitKeyId(tx: AnyTx, tenantId: TenantId, unitId: UnitId) {
  const keyId = await findCurrentUnitKeyId(tx, tenantId, unitId);
  if (!keyId) throw new DomainError("unit.no-key", { unitId });
  return keyId;
}

/** Null before the unit has one that readers are shown. */
export async function findCurrentUnitKeyId(tx: AnyTx, tenantId: TenantId, unitId: UnitId) {
  const { size } = await newestCheckpoint(tx);
  const found = await findUnitKeyStatement(tx, tenantId, unitId, size);
  const statement = found && parseStatement(found.payload);
  return statement?.type === "unit-key" ? kemKeyId(fromBase64Url(statement.key)) : null;
}

import { fromBase64Url, kemKeyId, parseStatement } from "@dvd/crypto";
import { findUnitKeyStatement } from "@dvd/db/repositories/directory";
import type { AnyTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { TenantId, UnitId } from "@dvd/domain/ids";

/** The key that the unit has published last, by the authority's own statement. */
export async function currentUnitKeyId(tx: AnyTx, tenantId: TenantId, unitId: UnitId) {
  const found = await findUnitKeyStatement(tx, tenantId, unitId);
  const statement = found && parseStatement(found.payload);
  if (statement?.type !== "unit-key") throw new DomainError("authority.not-found");
  return kemKeyId(fromBase64Url(statement.key));
}

import { equalBytes, recipientRoles } from "@dvd/crypto";
import { grantsFor } from "@dvd/db/repositories/case-grants";
import type { ScopedTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { CaseId, TenantId, UnitId } from "@dvd/domain/ids";
import { currentUnitKeyId } from "./current-unit-key.ts";

type Drafted = { id: CaseId; tenantId: TenantId; unitId: UnitId };

/**
 * Between the draft and its sending the unit may have got a new key, mostly because somebody has left. Under the former
 * one, which they still have, nothing new begins.
 */
export async function assertForCurrentKey(tx: ScopedTx, { id, tenantId, unitId }: Drafted) {
  const current = await currentUnitKeyId(tx, tenantId, unitId);
  const grants = await grantsFor(tx, id, recipientRoles.unit);
  if (!grants.some(({ recipientKeyId }) => equalBytes(recipientKeyId, current)))
    throw new DomainError("keys.not-the-receiver");
}

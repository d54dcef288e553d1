import { toHex } from "@dvd/crypto";
import { findAccount } from "@dvd/db/repositories/accounts";
import { listMemberships } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import type { OfficialId, TenantId } from "@dvd/domain/ids";
import { signedUnits } from "../members/signed-units.ts";

/**
 * The unit in which somebody works and is signed for with the keys that they have, the first by id: from there they can
 * stand in for a colleague of another one. Null when there is none; who stands in no list is believed nowhere.
 */
export async function findSignedDeputy(tx: TenantTx, tenantId: TenantId, officialId: OfficialId) {
  const account = await findAccount(tx, officialId);
  if (!account) return null;
  const signedOf = await signedUnits(tx, tenantId);
  const unitIds = (await listMemberships(tx, tenantId))
    .filter((one) => one.officialId === officialId)
    .map(({ unitId }) => unitId)
    .toSorted();
  const unitId = unitIds.find((id) => signedOf(id).keyIds.get(officialId) === toHex(account.kemKeyId));
  return unitId === undefined ? null : { unitId, account };
}

import { toHex } from "@dvd/crypto";
import { findAccount, getAccount } from "@dvd/db/repositories/accounts";
import { listMemberships } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import type { OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { signedUnits } from "../members/signed-units.ts";

type ForUnit = { unitId: UnitId; proposer: OfficialId };

/**
 * For whom a new key of a unit has to be sealed: who is a member and stands in the signed list with the key that they have.
 * Anybody else gets it from a colleague afterwards, when two people have compared the digits. Before a first key there is
 * no list, and the only key of which its proposer knows whose it is is their own.
 */
export async function recipientsOf(tx: TenantTx, tenantId: TenantId, { unitId, proposer }: ForUnit) {
  const { epoch, keyIds } = (await signedUnits(tx, tenantId))(unitId);
  if (epoch === null) {
    const { kemPublicKey, kemKeyId } = await getAccount(tx, proposer);
    return [{ officialId: proposer, kemPublicKey, kemKeyId }];
  }
  const members = (await listMemberships(tx, tenantId)).filter((one) => one.unitId === unitId);
  const accounts = await Promise.all(members.map(({ officialId }) => findAccount(tx, officialId)));
  return members.flatMap(({ officialId }, at) => {
    const account = accounts[at];
    if (!account || keyIds.get(officialId) !== toHex(account.kemKeyId)) return [];
    return [{ officialId, kemPublicKey: account.kemPublicKey, kemKeyId: account.kemKeyId }];
  });
}

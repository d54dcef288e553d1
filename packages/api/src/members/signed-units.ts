import { parseStatement, type Statement } from "@dvd/crypto";
import { listUnitStatements } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";

/** `keyIds`: of each member's encryption key in hex, by account. Who has left is in neither. */
export type SignedUnit = { epoch: number | null; accounts: ReadonlySet<string>; keyIds: ReadonlyMap<string, string> };

const unsigned: SignedUnit = { epoch: null, accounts: new Set(), keyIds: new Map() };

/** Whom a list of members names as one now; of any other statement, and of none, nobody. */
export const presentMembers = (statement: Statement | null) =>
  statement?.type === "members" ? statement.members.filter(({ until }) => until === undefined) : [];

/** What the authority has signed last about each of its units. Shown to people of that authority; clients verify it themselves. */
export async function signedUnits(tx: TenantTx, tenantId: TenantId) {
  const rows = await listUnitStatements(tx, tenantId);
  const statements = rows.map(({ payload }) => parseStatement(payload));
  return (unitId: string): SignedUnit =>
    statements.reduce<SignedUnit>((known, statement) => {
      if (!("unit_id" in statement) || statement.unit_id !== unitId) return known;
      if (statement.type === "unit-key") return { ...known, epoch: statement.epoch };
      const keyIds = new Map(presentMembers(statement).map(({ account, kem_key_id }) => [account, kem_key_id]));
      return { ...known, accounts: new Set(keyIds.keys()), keyIds };
    }, unsigned);
}

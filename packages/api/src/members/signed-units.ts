import { parseStatement } from "@dvd/crypto";
import { listUnitStatements } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";

export type SignedUnit = { epoch: number | null; accounts: ReadonlySet<string> };

const unsigned: SignedUnit = { epoch: null, accounts: new Set() };

/** What the authority has signed last about each of its units. Shown to people of that authority; clients verify it themselves. */
export async function signedUnits(tx: TenantTx, tenantId: TenantId) {
  const rows = await listUnitStatements(tx, tenantId);
  const statements = rows.map(({ payload }) => parseStatement(payload));
  return (unitId: string): SignedUnit =>
    statements.reduce<SignedUnit>((known, statement) => {
      if (!("unit_id" in statement) || statement.unit_id !== unitId) return known;
      if (statement.type === "unit-key") return { ...known, epoch: statement.epoch };
      return { ...known, accounts: new Set(statement.members.map(({ account }) => account)) };
    }, unsigned);
}

import { type MembersStatement, parseStatement, type SigningKey } from "@dvd/crypto";
import { getAccount } from "@dvd/db/repositories/accounts";
import { listUnitStatements } from "@dvd/db/repositories/members";
import { type TenantTx, withTenant } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import { describeUnits } from "../members/describe-units.ts";
import { describeEntry } from "./describe-entry.ts";
import { publishDirectoryHead } from "./publish-directory-head.ts";
import { type FoundingDeps, statementPublisher } from "./publish-statement.ts";

/** Somebody who has the key of a unit and does not stand in its signed list. `digits`: what they read out themselves. */
export type Newcomer = { unit: string; postSign: string; digits: string; isTaken: boolean };

/**
 * Takes into the signed lists whom the key office has met: whose digits it got from the person, and not from here. A database
 * that was changed could name anybody else. Nobody is left out of a list by this: what they have granted to others would lose
 * its worth, so that happens together with a new key of the unit.
 */
export async function publishMembers(
  deps: FoundingDeps,
  tenantId: TenantId,
  operationalKey: SigningKey,
  compared: ReadonlySet<string>,
): Promise<Newcomer[]> {
  const units = await withTenant(deps.db, { tenantId }, (tx) => readUnits(tx, tenantId));
  const publish = statementPublisher(deps, tenantId);
  const newcomers: Newcomer[] = [];
  for (const { name, unitId, known, unsigned } of units) {
    const judged = unsigned.map((one) => ({ ...one, isTaken: compared.has(one.digits) }));
    newcomers.push(...judged.map(({ postSign, digits, isTaken }) => ({ unit: name, postSign, digits, isTaken })));
    const taken = judged.filter(({ isTaken }) => isTaken).map(({ entry }) => entry);
    if (taken.length === 0) continue;
    // Who has been a member before stands in the list as somebody who left.
    const others = known.members.filter(({ signing_key }) => taken.every((one) => one.signing_key !== signing_key));
    const members = [...others, ...taken];
    await publish(operationalKey, { type: "members", unit_id: unitId, seq: known.seq + 1, members });
  }
  if (newcomers.some(({ isTaken }) => isTaken)) await publishDirectoryHead(deps, tenantId, operationalKey);
  return newcomers;
}

async function readUnits(tx: TenantTx, tenantId: TenantId) {
  const statements = (await listUnitStatements(tx, tenantId)).map(({ payload }) => parseStatement(payload));
  const units = (await describeUnits(tx, tenantId)).map(async ({ unitId, name, members }) => {
    const known = statements.find(
      (one): one is MembersStatement => one.type === "members" && one.unit_id === unitId,
    ) ?? { seq: 0, members: [] };
    const waiting = members.filter(({ key, isSigned }) => key === "holds" && !isSigned);
    const unsigned = waiting.map(async ({ officialId, postSign, role }) => {
      return { postSign, ...(await describeEntry(await getAccount(tx, officialId), role)) };
    });
    return { unitId, name, known, unsigned: await Promise.all(unsigned) };
  });
  return Promise.all(units);
}

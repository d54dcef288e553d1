import { listDepartures } from "@dvd/db/repositories/departures";
import { listHeldSeeds, listKeyOwners, listMemberships, listOfficials, listUnits } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import { needsNewKey } from "@dvd/domain/tenant/departures";
import { signedUnits } from "./signed-units.ts";

/**
 * Each unit with its members: who of them could read, and whom the authority has signed for. And with those who have left:
 * whom the signed list still names, and who has left with the key that the unit still uses.
 */
export async function describeUnits(tx: TenantTx, tenantId: TenantId) {
  const people = await listOfficials(tx, tenantId);
  const memberships = await listMemberships(tx, tenantId);
  const owners = new Set<string>((await listKeyOwners(tx, tenantId)).map(({ officialId }) => officialId));
  const seeds = await listHeldSeeds(tx, tenantId);
  const departures = await listDepartures(tx, tenantId);
  const signedOf = await signedUnits(tx, tenantId);

  return (await listUnits(tx, tenantId)).map(({ unitId, name, closedAt }) => {
    const { epoch, accounts } = signedOf(unitId);
    const keyOf = (officialId: string) => {
      const held = seeds.find(
        (seed) => seed.unitId === unitId && seed.epoch === epoch && seed.officialId === officialId,
      );
      if (held) return held.isClosed ? ("closed" as const) : ("holds" as const);
      return owners.has(officialId) ? ("waits" as const) : ("none" as const);
    };
    const membershipOf = (officialId: string) =>
      memberships.find((one) => one.unitId === unitId && one.officialId === officialId);
    const hasLeftWithKey = (officialId: string) =>
      departures.some(
        (left) => left.unitId === unitId && left.officialId === officialId && needsNewKey(epoch, left.epoch),
      );
    const members = people.flatMap(({ officialId, postSign }) => {
      const membership = membershipOf(officialId);
      if (!membership) return [];
      const { role } = membership;
      return [{ officialId, postSign, role, key: keyOf(officialId), isSigned: accounts.has(officialId) }];
    });
    const formers = people.flatMap(({ officialId, postSign }) => {
      const [isSigned, hasKey] = [accounts.has(officialId), hasLeftWithKey(officialId)];
      return !membershipOf(officialId) && (isSigned || hasKey) ? [{ officialId, postSign, isSigned, hasKey }] : [];
    });
    return { unitId, name, closedAt, epoch, members, formers };
  });
}

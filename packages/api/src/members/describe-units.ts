import { listHeldSeeds, listKeyOwners, listMemberships, listPeople, listUnits } from "@dvd/db/repositories/members";
import type { TenantTx } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import { signedUnits } from "./signed-units.ts";

/** Each unit with its members: who of them could read, and whom the authority has signed for. */
export async function describeUnits(tx: TenantTx, tenantId: TenantId) {
  const people = await listPeople(tx, tenantId);
  const memberships = await listMemberships(tx, tenantId);
  const owners = new Set<string>((await listKeyOwners(tx, tenantId)).map(({ officialId }) => officialId));
  const seeds = await listHeldSeeds(tx, tenantId);
  const signedOf = await signedUnits(tx, tenantId);

  return (await listUnits(tx, tenantId)).map(({ unitId, name }) => {
    const { epoch, accounts } = signedOf(unitId);
    const keyOf = (officialId: string) => {
      const isHeld = seeds.some(
        (seed) => seed.unitId === unitId && seed.epoch === epoch && seed.officialId === officialId,
      );
      if (isHeld) return "holds" as const;
      return owners.has(officialId) ? ("waits" as const) : ("none" as const);
    };
    const members = people.flatMap(({ officialId, postSign }) => {
      const membership = memberships.find((one) => one.unitId === unitId && one.officialId === officialId);
      if (!membership) return [];
      const { role } = membership;
      return [{ officialId, postSign, role, key: keyOf(officialId), isSigned: accounts.has(officialId) }];
    });
    const present = new Set<string>(members.map(({ officialId }) => officialId));
    return {
      unitId,
      name,
      epoch,
      members,
      formerMembers: [...accounts].filter((account) => !present.has(account)).length,
    };
  });
}

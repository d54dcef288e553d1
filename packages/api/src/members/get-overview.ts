import { getTenant } from "@dvd/db/repositories/directory";
import {
  countRunningCases,
  listHeldSeeds,
  listKeyOwners,
  listMemberships,
  listPeople,
  listRoles,
  listUnits,
} from "@dvd/db/repositories/members";
import { assertCan } from "@dvd/domain/case/policy";
import { tenantCan } from "@dvd/domain/tenant/policy";
import type { OfficialCtx } from "../context.ts";
import { signedUnits } from "./signed-units.ts";

/** Who belongs to the own authority, as what, and who of them could read. Of cases only how many there are. */
export const getOverview = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("seeMembers", ctx.actor));
    const { tenantId, officialId: self } = ctx.actor;
    const { name: authority } = await getTenant(tx, tenantId);
    const people = await listPeople(tx, tenantId);
    const memberships = await listMemberships(tx, tenantId);
    const roles = await listRoles(tx, tenantId);
    const owners = new Set<string>((await listKeyOwners(tx, tenantId)).map(({ officialId }) => officialId));
    const seeds = await listHeldSeeds(tx, tenantId);
    const running = await countRunningCases(tx, tenantId);
    const signedOf = await signedUnits(tx, tenantId);

    const units = (await listUnits(tx, tenantId)).map(({ unitId, name }) => {
      const { epoch, accounts } = signedOf(unitId);
      const keyOf = (officialId: string) => {
        const holds = seeds.some(
          (seed) => seed.unitId === unitId && seed.epoch === epoch && seed.officialId === officialId,
        );
        if (holds) return "holds" as const;
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
        runningCases: running.find((one) => one.unitId === unitId)?.count ?? 0,
        formerMembers: [...accounts].filter((account) => !present.has(account)).length,
      };
    });
    return {
      authority,
      units,
      people: people.map(({ officialId, postSign }) => ({
        officialId,
        postSign,
        roles: roles.filter((held) => held.officialId === officialId).map(({ role }) => role),
        isYou: officialId === self,
        mayChange: tenantCan("changeMember", ctx.actor, { officialId }) === true,
      })),
    };
  });

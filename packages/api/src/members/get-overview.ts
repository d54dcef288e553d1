import { getTenant } from "@dvd/db/repositories/directory";
import { listOfficials, listRoles } from "@dvd/db/repositories/members";
import { assertCan } from "@dvd/domain/verdict";
import { obstaclesToClosing } from "@dvd/domain/tenant/closing-units";
import { tenantCan } from "@dvd/domain/tenant/policy";
import type { OfficialCtx } from "../context.ts";
import { useOfUnits } from "../units/use-of-units.ts";
import { describeUnits } from "./describe-units.ts";

/** Who belongs to the own authority, as what, and who of them could read. Of cases only how many there are. */
export const getOverview = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("seeMembers", ctx.actor));
    const { tenantId, officialId: self } = ctx.actor;
    const { name: authority } = await getTenant(tx, tenantId);
    const units = await describeUnits(tx, tenantId);
    const people = (await listOfficials(tx, tenantId)).filter(({ removedAt }) => removedAt === null);
    const roles = await listRoles(tx, tenantId);
    const useOf = await useOfUnits(tx, tenantId, ctx.now());
    return {
      authority,
      units: units.map(({ closedAt, ...unit }) => {
        const use = useOf(unit.unitId);
        const obstacles = obstaclesToClosing(use);
        const { runningCases } = use;
        return { ...unit, closedAt: closedAt?.toISOString() ?? null, runningCases, obstacles };
      }),
      people: people.map(({ officialId, postSign }) => ({
        officialId,
        postSign,
        roles: roles.filter((held) => held.officialId === officialId).map(({ role }) => role),
        isYou: officialId === self,
        mayChange: tenantCan("changeMember", ctx.actor, { officialId }) === true,
      })),
    };
  });

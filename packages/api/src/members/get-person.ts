import { countAssigned } from "@dvd/db/repositories/departures";
import { countOpenInvitationsBy } from "@dvd/db/repositories/invitations";
import { findOfficial, listHeldSeeds, listRoles } from "@dvd/db/repositories/members";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { isLastHolder } from "@dvd/domain/tenant/key-holders";
import { tenantCan } from "@dvd/domain/tenant/policy";
import type { OfficialCtx } from "../context.ts";
import { describeUnits } from "./describe-units.ts";
import type { GetPerson } from "./get-person.contract.ts";

/** One person of the authority, be they removed: what hangs on them, and what their leaving still asks of others. */
export const getPerson = (ctx: OfficialCtx, { officialId }: GetPerson) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("seeMembers", ctx.actor));
    const { tenantId } = ctx.actor;
    const person = await findOfficial(tx, tenantId, officialId);
    if (!person) throw new DomainError("member.not-found");
    const units = await describeUnits(tx, tenantId);
    const seeds = await listHeldSeeds(tx, tenantId);
    const inHand = await countAssigned(tx, tenantId, officialId);
    const roles = await listRoles(tx, tenantId);

    return {
      officialId,
      postSign: person.postSign,
      isYou: officialId === ctx.actor.officialId,
      removedAt: person.removedAt?.toISOString() ?? null,
      roles: roles.filter((held) => held.officialId === officialId).map(({ role }) => role),
      units: units.flatMap(({ unitId, name, members }) => {
        const member = members.find((one) => one.officialId === officialId);
        if (!member) return [];
        const cases = inHand.find((one) => one.unitId === unitId)?.count ?? 0;
        const ofUnit = seeds.filter((seed) => seed.unitId === unitId);
        const { role, key } = member;
        return [{ unitId, name, role, key, cases, isLastHolder: isLastHolder(ofUnit, officialId) }];
      }),
      invitations: await countOpenInvitationsBy(tx, tenantId, officialId),
      left: units.flatMap(({ unitId, name, formers }) =>
        formers
          .filter((former) => former.officialId === officialId)
          .map(({ isSigned, hasKey }) => ({ unitId, name, isSigned, hasKey })),
      ),
    };
  });

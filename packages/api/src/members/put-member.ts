import { addMember, changeMember, ringFor } from "@dvd/db/repositories/members";
import { assertCan } from "@dvd/domain/verdict";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { assertStaysOpen } from "../units/assert-open.ts";
import { assertColleague } from "./assert-colleague.ts";
import type { PutMember } from "./member.contract.ts";

/**
 * Takes somebody into a unit, or gives them another role there. From the next request on they see which cases there are.
 * What is in them they read when a member has given them the unit's key, and not before.
 */
export const putMember = (ctx: OfficialCtx, { unitId, officialId, role }: PutMember) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("changeMember", ctx.actor, { officialId }));
    assertFreshLogin(ctx, "member.change");
    const { tenantId } = ctx.actor;
    // In the order of a removal, or the two could wait for each other.
    await assertColleague(ctx, tx, officialId);
    await assertStaysOpen(tx, tenantId, unitId);

    const isNew = await addMember(tx, { tenantId, unitId, officialId, role });
    if (!isNew) await changeMember(tx, { tenantId, unitId, officialId }, role);
    const type = isNew ? "member.added" : "member.changed";
    await record(ctx, tx, tenantId, { type, unitId, memberId: officialId, role });
    await ringFor(tx, officialId);
    return { officialId };
  });

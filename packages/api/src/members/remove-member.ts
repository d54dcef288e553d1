import { isMember, ringFor } from "@dvd/db/repositories/members";
import { holdUnit } from "@dvd/db/repositories/turns";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { endMembership } from "./end-membership.ts";
import type { RemoveMember } from "./member.contract.ts";

/**
 * From the next request on the unit does not exist for them, and what was sealed for them is gone from here. What they
 * could read they may have kept: only a new key of the unit ends that for what comes later (docs/members.md).
 */
export const removeMember = (ctx: OfficialCtx, { unitId, officialId }: RemoveMember) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("changeMember", ctx.actor, { officialId }));
    assertFreshLogin(ctx, "member.change");
    const { tenantId } = ctx.actor;
    await holdUnit(tx, unitId, "leave");
    if (!(await isMember(tx, { tenantId, unitId, officialId }))) throw new DomainError("member.not-found");

    const releasedCases = await endMembership(ctx, tx, { unitId, officialId });
    await ringFor(tx, officialId);
    return { officialId, releasedCases };
  });

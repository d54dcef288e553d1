import { isMember, listSeedsOf, removeMember as removeFromUnit, ringFor } from "@dvd/db/repositories/members";
import { holdUnit } from "@dvd/db/repositories/turns";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { isLastHolder } from "@dvd/domain/tenant/key-holders";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import type { RemoveMember } from "./member.contract.ts";
import { releaseCases } from "./release-cases.ts";

/**
 * From the next request on the unit does not exist for them, and what was sealed for them is gone from here. What they
 * could read they may have kept: only a new key of the unit ends that for what comes later (docs/members.md).
 */
export const removeMember = (ctx: OfficialCtx, { unitId, officialId }: RemoveMember) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("changeMember", ctx.actor, { officialId }));
    assertFreshLogin(ctx, "member.change");
    const { tenantId } = ctx.actor;
    const membership = { tenantId, unitId, officialId };
    await holdUnit(tx, unitId, "leave");
    if (!(await isMember(tx, membership))) throw new DomainError("member.not-found");
    if (isLastHolder(await listSeedsOf(tx, tenantId, unitId), officialId)) throw new DomainError("member.last-holder");

    const releasedCases = await releaseCases(ctx, tx, unitId, officialId);
    const counts = { cases: releasedCases, seeds: await removeFromUnit(tx, membership) };
    await record(ctx, tx, tenantId, { type: "member.removed", unitId, memberId: officialId, ...counts });
    await ringFor(tx, officialId);
    return { officialId, releasedCases };
  });

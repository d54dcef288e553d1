import { giveRole as give, holdRoles, ringFor } from "@dvd/db/repositories/members";
import { assertCan } from "@dvd/domain/verdict";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { assertColleague } from "./assert-colleague.ts";
import type { ChangeRole } from "./member.contract.ts";

/** A task for the whole authority. Given twice it is given once. */
export const giveRole = (ctx: OfficialCtx, { officialId, role }: ChangeRole) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("changeRole", ctx.actor, { officialId }));
    assertFreshLogin(ctx, "role.change");
    const { tenantId } = ctx.actor;
    // In the order of a removal, or the two could wait for each other.
    await holdRoles(tx, tenantId);
    await assertColleague(ctx, tx, officialId);
    if (await give(tx, { tenantId, officialId, role })) {
      await record(ctx, tx, tenantId, { type: "role.given", memberId: officialId, role });
      await ringFor(tx, officialId);
    }
    return { officialId };
  });

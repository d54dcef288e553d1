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
    await assertColleague(ctx, tx, officialId);
    const { tenantId } = ctx.actor;
    await holdRoles(tx, tenantId);
    if (await give(tx, { tenantId, officialId, role })) {
      await record(ctx, tx, tenantId, { type: "role.given", memberId: officialId, role });
      await ringFor(tx, officialId);
    }
    return { officialId };
  });

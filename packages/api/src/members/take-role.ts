import { holdRoles, ringFor, takeRole as take } from "@dvd/db/repositories/members";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { record } from "../audit.ts";
import { revokeTokensOf } from "../collectors/revoke-tokens-of.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import type { ChangeRole } from "./member.contract.ts";

/**
 * Ends a task for the whole authority, with the next request. One admin always remains: it is whoever does this, who
 * cannot do it to themselves. The policy looks at their own role again behind the lock, when nobody else changes any.
 */
export const takeRole = (ctx: OfficialCtx, { officialId, role }: ChangeRole) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("changeRole", ctx.actor, { officialId }));
    assertFreshLogin(ctx, "role.change");
    const { tenantId } = ctx.actor;
    await holdRoles(tx, tenantId);
    if (!(await take(tx, { tenantId, officialId, role }))) throw new DomainError("member.not-found");
    await record(ctx, tx, tenantId, { type: "role.taken", memberId: officialId, role });
    await revokeTokensOf(ctx, tx, officialId, role);
    await ringFor(tx, officialId);
    return { officialId };
  });

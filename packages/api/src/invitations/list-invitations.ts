import { listOpenInvitations } from "@dvd/db/repositories/invitations";
import { assertCan } from "@dvd/domain/verdict";
import { tenantCan } from "@dvd/domain/tenant/policy";
import type { OfficialCtx } from "../context.ts";

export const listInvitations = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("invite", ctx.actor));
    const rows = await listOpenInvitations(tx, ctx.actor.tenantId);
    const invitations = rows.map(({ expiresAt, ...row }) => ({
      ...row,
      expiresAt: expiresAt.toISOString(),
      isExpired: expiresAt <= ctx.now(),
    }));
    return { invitations };
  });

import { withdrawInvitation as withdraw } from "@dvd/db/repositories/invitations";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import type { WithdrawInvitation } from "./invite.contract.ts";

/** No fresh login is asked for: who notices that a letter is lost must be quick, and this gives nobody anything. */
export const withdrawInvitation = (ctx: OfficialCtx, { invitationId }: WithdrawInvitation) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("invite", ctx.actor));
    const { tenantId } = ctx.actor;
    if (!(await withdraw(tx, tenantId, invitationId, ctx.now()))) throw new DomainError("invitation.not-open");
    await record(ctx, tx, tenantId, { type: "invitation.withdrawn", invitationId });
    return { invitationId };
  });

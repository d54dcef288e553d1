import { forgetOfficial, listUnitIdsOf, markRemoved, takeAllRoles } from "@dvd/db/repositories/departures";
import { withdrawInvitationsBy } from "@dvd/db/repositories/invitations";
import { holdRoles } from "@dvd/db/repositories/members";
import { holdUnit } from "@dvd/db/repositories/turns";
import type { TenantTx } from "@dvd/db/tenant";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { record } from "../audit.ts";
import { revokeTokensOf } from "../collectors/revoke-tokens-of.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { endMembership } from "./end-membership.ts";
import type { RemoveOfficial } from "./remove-official.contract.ts";

/**
 * Ends everything that somebody has in the authority, at once and for good: whoever comes back is invited anew and makes
 * new keys. What they could read they may have kept (docs/members.md, 5).
 */
export const removeOfficial = (ctx: OfficialCtx, { officialId }: RemoveOfficial) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("removeOfficial", ctx.actor, { officialId }));
    assertFreshLogin(ctx, "member.change");
    const { tenantId } = ctx.actor;
    // Two admins who remove each other wait here, and the policy looks at the second one's role again.
    await holdRoles(tx, tenantId);
    // Before what they have is listed: whoever gives them something now waits, and finds nobody.
    if (!(await markRemoved(tx, tenantId, officialId, ctx.now()))) throw new DomainError("member.not-found");

    const units = await listUnitIdsOf(tx, tenantId, officialId);
    let releasedCases = 0;
    for (const unitId of units) {
      await holdUnit(tx, unitId, "leave");
      releasedCases += await endMembership(ctx, tx, { unitId, officialId });
    }
    await endTasks(ctx, tx, officialId);
    const withdrawnInvitations = await withdrawInvitations(ctx, tx, officialId);
    const endedSessions = await forgetOfficial(tx, officialId);
    const counts = { units: units.length, sessions: endedSessions, invitations: withdrawnInvitations };
    await record(ctx, tx, tenantId, { type: "official.removed", memberId: officialId, ...counts });
    return { officialId, releasedCases, endedSessions, withdrawnInvitations };
  });

async function endTasks(ctx: OfficialCtx, tx: TenantTx, memberId: RemoveOfficial["officialId"]) {
  const { tenantId } = ctx.actor;
  for (const { role } of await takeAllRoles(tx, tenantId, memberId)) {
    await record(ctx, tx, tenantId, { type: "role.taken", memberId, role });
    await revokeTokensOf(ctx, tx, memberId, role);
  }
}

/** They may know the codes by heart, and somebody of their choice could redeem one. */
async function withdrawInvitations(ctx: OfficialCtx, tx: TenantTx, madeBy: RemoveOfficial["officialId"]) {
  const { tenantId } = ctx.actor;
  const withdrawn = await withdrawInvitationsBy(tx, tenantId, madeBy, ctx.now());
  for (const { invitationId } of withdrawn)
    await record(ctx, tx, tenantId, { type: "invitation.withdrawn", invitationId });
  return withdrawn.length;
}

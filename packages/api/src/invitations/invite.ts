import { generateWords } from "@dvd/crypto";
import { addInvitation, isPostTaken } from "@dvd/db/repositories/invitations";
import { findOfficial, holdRoles } from "@dvd/db/repositories/members";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import type { InvitationId } from "@dvd/domain/ids";
import { invitationDays } from "@dvd/domain/tenant/invitation";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { record } from "../audit.ts";
import { newId, type OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { assertStaysOpen } from "../units/assert-open.ts";
import { invitationHash } from "./invitation-code.ts";
import type { Invite } from "./invite.contract.ts";

/** A code for paper, handed over in person. Only its hash is kept, so it cannot be shown again. */
export const invite = (ctx: OfficialCtx, { unitId, role, postSign }: Invite) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("invite", ctx.actor));
    assertFreshLogin(ctx, "member.invite");
    const { tenantId, officialId } = ctx.actor;
    // Whoever removes them meanwhile waits, and withdraws this one with the others.
    await holdRoles(tx, tenantId);
    if ((await findOfficial(tx, tenantId, officialId))?.removedAt !== null) throw new DomainError("member.not-found");
    await assertStaysOpen(tx, tenantId, unitId);
    const now = ctx.now();
    if (await isPostTaken(tx, tenantId, postSign, now)) throw new DomainError("member.post-taken");

    const invitationId = newId<InvitationId>(ctx);
    const code = generateWords(ctx.randomBytes);
    const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
    const invitation = { id: invitationId, tenantId, unitId, role, postSign, createdBy: officialId };
    await addInvitation(tx, { ...invitation, codeHash: invitationHash(code), createdAt: now, expiresAt });
    await record(ctx, tx, tenantId, { type: "invitation.made", invitationId, unitId, role });
    return { invitationId, code, expiresAt: expiresAt.toISOString() };
  });

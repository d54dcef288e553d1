import type { InvitationId, OfficialId, TenantId } from "@dvd/domain/ids";
import type { InvitationRefusal } from "@dvd/domain/tenant/invitation";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { invitations } from "../schema/invitations.ts";
import { officials } from "../schema/people.ts";
import type { TenantTx } from "../tenant.ts";

export const addInvitation = (tx: TenantTx, row: typeof invitations.$inferInsert) => tx.insert(invitations).values(row);

const isOpen = and(isNull(invitations.withdrawnAt), isNull(invitations.redeemedAt));

/** By somebody who is here, or by an invitation that can still be redeemed. */
export async function isPostTaken(tx: TenantTx, tenantId: TenantId, postSign: string, now: Date): Promise<boolean> {
  const held = and(eq(officials.tenantId, tenantId), eq(officials.postSign, postSign), isNull(officials.removedAt));
  if ((await tx.$count(officials, held)) > 0) return true;
  const mine = and(eq(invitations.tenantId, tenantId), eq(invitations.postSign, postSign));
  return (await tx.$count(invitations, and(mine, isOpen, gt(invitations.expiresAt, now)))) > 0;
}

export const listOpenInvitations = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({
      invitationId: invitations.id,
      unitId: invitations.unitId,
      role: invitations.role,
      postSign: invitations.postSign,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(eq(invitations.tenantId, tenantId), isOpen))
    .orderBy(asc(invitations.createdAt));

/** False when it is not there, was redeemed, or was withdrawn before. */
export async function withdrawInvitation(tx: TenantTx, tenantId: TenantId, id: InvitationId, now: Date) {
  const withdrawn = await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(and(eq(invitations.tenantId, tenantId), eq(invitations.id, id), isOpen))
    .returning({ id: invitations.id });
  return withdrawn.length > 0;
}

const isMadeBy = (tenantId: TenantId, createdBy: OfficialId) =>
  and(eq(invitations.tenantId, tenantId), eq(invitations.createdBy, createdBy), isOpen);

export const countOpenInvitationsBy = (tx: TenantTx, tenantId: TenantId, createdBy: OfficialId) =>
  tx.$count(invitations, isMadeBy(tenantId, createdBy));

/** Every open one that somebody has made, whose codes they may know. */
export const withdrawInvitationsBy = (tx: TenantTx, tenantId: TenantId, createdBy: OfficialId, now: Date) =>
  tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(isMadeBy(tenantId, createdBy))
    .returning({ invitationId: invitations.id });

type Redemption = { subjectHash: Uint8Array; authority: string; codeHash: Uint8Array; newOfficialId: OfficialId };

/**
 * Makes a person who has just signed in a member, by the invitation they hold. Null when that is done, or when the portal
 * knows them already: then the invitation stays as it is.
 */
export async function redeemInvitation(db: Pick<Db, "execute">, redemption: Redemption) {
  const { subjectHash, authority, codeHash, newOfficialId } = redemption;
  const [row] = await db.execute<{ refused: InvitationRefusal | null }>(
    sql`select identity_redeem_invitation(
      ${Buffer.from(subjectHash)}, ${authority}, ${Buffer.from(codeHash)}, ${newOfficialId}) as refused`,
  );
  return row?.refused ?? null;
}

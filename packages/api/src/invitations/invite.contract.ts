import { unitRoles } from "@dvd/domain/actor";
import type { InvitationId, UnitId } from "@dvd/domain/ids";
import { postSignPattern } from "@dvd/domain/tenant/post-sign";
import { z } from "zod";
import { idOf } from "../wire.ts";

export const inviteInput = z.strictObject({
  unitId: idOf<UnitId>(),
  role: z.enum(unitRoles),
  postSign: z.string().regex(postSignPattern),
});
export type Invite = z.output<typeof inviteInput>;
/** The only time that the code is anywhere but on paper. */
export const inviteOutput = z.strictObject({
  invitationId: z.uuid(),
  code: z.string(),
  expiresAt: z.iso.datetime(),
});

export const withdrawInvitationInput = z.strictObject({ invitationId: idOf<InvitationId>() });
export type WithdrawInvitation = z.output<typeof withdrawInvitationInput>;
export const withdrawInvitationOutput = z.strictObject({ invitationId: z.uuid() });

export const listInvitationsInput = z.strictObject({});
export const listInvitationsOutput = z.strictObject({
  /** Those that are still open or have run out; what came of the others stands among the members and in the log. */
  invitations: z.array(
    z.strictObject({
      invitationId: z.uuid(),
      unitId: z.uuid(),
      role: z.enum(unitRoles),
      postSign: z.string(),
      expiresAt: z.iso.datetime(),
      isExpired: z.boolean(),
    }),
  ),
});

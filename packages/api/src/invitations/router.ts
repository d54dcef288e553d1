import { officialProcedure, router } from "../trpc.ts";
import {
  inviteInput,
  inviteOutput,
  listInvitationsInput,
  listInvitationsOutput,
  withdrawInvitationInput,
  withdrawInvitationOutput,
} from "./invite.contract.ts";
import { invite } from "./invite.ts";
import { listInvitations } from "./list-invitations.ts";
import { withdrawInvitation } from "./withdraw-invitation.ts";

export const invitationsRouter = router({
  listInvitations: officialProcedure
    .input(listInvitationsInput)
    .output(listInvitationsOutput)
    .query(({ ctx }) => listInvitations(ctx)),

  // `again`: an answer that is kept under a key would keep the code. A second press meets the post that is taken.
  invite: officialProcedure
    .meta({ again: true })
    .input(inviteInput)
    .output(inviteOutput)
    .mutation(({ ctx, input }) => invite(ctx, input)),

  withdrawInvitation: officialProcedure
    .input(withdrawInvitationInput)
    .output(withdrawInvitationOutput)
    .mutation(({ ctx, input }) => withdrawInvitation(ctx, input)),
});

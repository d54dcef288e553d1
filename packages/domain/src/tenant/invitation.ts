/** Long enough for a letter in the house post, short enough for one that got lost. */
export const invitationDays = 7;

/** Why a code opens nothing, as a closed list. Of another authority it is as unknown as one that never was. */
export const invitationRefusals = [
  "invitation-unknown",
  "invitation-expired",
  "invitation-used",
  "invitation-withdrawn",
] as const;
export type InvitationRefusal = (typeof invitationRefusals)[number];

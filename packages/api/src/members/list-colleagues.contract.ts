import { z } from "zod";
import { base64Text } from "../wire.ts";
import { member } from "./get-overview.contract.ts";

export const listColleaguesInput = z.strictObject({});

/** Only while somebody waits for the unit's key, or theirs does not open: what is sealed for them, and what their digits are made of. */
const waitingKeys = z.strictObject({ kemPublicKey: base64Text, signingKey: base64Text });

export const listColleaguesOutput = z.strictObject({
  units: z.array(
    z.strictObject({
      unitId: z.uuid(),
      name: z.string(),
      closedAt: z.iso.datetime().nullable(),
      /** The number of the unit's present key; null before it has one. */
      epoch: z.int().nullable(),
      colleagues: z.array(member.extend({ isYou: z.boolean(), keys: waitingKeys.nullable() })),
    }),
  ),
});

import { z } from "zod";
import { base64Text } from "../wire.ts";

export const listStatesInput = z.strictObject({});

const proposal = z.strictObject({
  epoch: z.int(),
  postSign: z.string(),
  proposedAt: z.iso.datetime(),
  /** Its seed, sealed for the one who asks: their browser makes the digits from it. Null for who is not signed yet. */
  grant: base64Text.nullable(),
  /** For whom else it was sealed, with the digests of the envelopes: the digits stand for them as well. */
  seeds: z.array(z.strictObject({ officialId: z.uuid(), digest: base64Text })),
  /** What it is to open of the keys before it: their browser tries every one before it shows digits. */
  links: z.array(z.strictObject({ epoch: z.int(), grant: base64Text })),
});

export const listStatesOutput = z.strictObject({
  tenantId: z.uuid(),
  units: z.array(
    z.strictObject({
      unitId: z.uuid(),
      /** The number of its present key; null before it has one. */
      epoch: z.int().nullable(),
      isClosed: z.boolean(),
      /** Signs of the posts of who is no member any more, and signed for or gone with the present key: a new one is due. */
      formers: z.array(z.string()),
      proposal: proposal.nullable(),
      /** Open cases that are sealed for an earlier key of the unit only. */
      unsealed: z.int(),
    }),
  ),
});

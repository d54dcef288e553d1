import type { CollectorTokenId } from "@dvd/domain/ids";
import { collectorDays } from "@dvd/domain/tenant/collector";
import { z } from "zod";
import { idOf } from "../wire.ts";

export const makeTokenInput = z.strictObject({ days: z.literal(collectorDays) });
export type MakeToken = z.output<typeof makeTokenInput>;
/** The only time that the token leaves the server. */
export const makeTokenOutput = z.strictObject({
  tokenId: z.uuid(),
  token: z.string(),
  tail: z.string(),
  expiresAt: z.iso.datetime(),
});

export const revokeTokenInput = z.strictObject({ tokenId: idOf<CollectorTokenId>() });
export type RevokeToken = z.output<typeof revokeTokenInput>;
export const revokeTokenOutput = z.strictObject({ tokenId: z.uuid() });

export const listTokensInput = z.strictObject({});
export const listTokensOutput = z.strictObject({
  /** Those that hold and those that have run out. Who revoked one, and when, stands in the log. */
  tokens: z.array(
    z.strictObject({
      tokenId: z.uuid(),
      tail: z.string(),
      /** The sign of the post of whoever made it. */
      madeBy: z.string(),
      madeAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      isExpired: z.boolean(),
      usedOn: z.iso.date().nullable(),
      refusedOn: z.iso.date().nullable(),
    }),
  ),
});

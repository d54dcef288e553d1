import type { OfficialId, UnitId } from "@dvd/domain/ids";
import { z } from "zod";
import { base64Text, bytesOf, idOf } from "../wire.ts";

export const listRecipientsInput = z.strictObject({ unitId: idOf<UnitId>() });
export const listRecipientsOutput = z.strictObject({
  /** Who is still a member, with the key that the server knows of them. The browser holds it against the signed list. */
  recipients: z.array(z.strictObject({ officialId: z.uuid(), kemPublicKey: base64Text })),
});

const grant = bytesOf(1921);
/** Members and earlier epochs together: 2.6 KB each, and a call has 600 KB. Five new keys a year for 40 years, in a unit of 25. */
const mostSealed = 225;

export const proposeKeyInput = z
  .strictObject({
    unitId: idOf<UnitId>(),
    epoch: z.int().min(1).max(0xffffffff),
    publicKey: bytesOf(1665),
    grants: z
      .array(z.strictObject({ officialId: idOf<OfficialId>(), grant }))
      .min(1)
      .max(mostSealed),
    /** Every earlier epoch, sealed for this one. Of a first key there is none. */
    links: z.array(z.strictObject({ epoch: z.int().min(1), grant })).max(mostSealed),
  })
  .refine(({ grants, links }) => grants.length + links.length <= mostSealed);
export type ProposeKey = z.output<typeof proposeKeyInput>;
export const proposeKeyOutput = z.strictObject({ unitId: z.uuid(), epoch: z.int() });

export const withdrawKeyInput = z.strictObject({ unitId: idOf<UnitId>() });
export type WithdrawKey = z.output<typeof withdrawKeyInput>;
export const withdrawKeyOutput = z.strictObject({ unitId: z.uuid() });

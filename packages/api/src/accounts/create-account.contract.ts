import type { WayBack } from "@dvd/domain/account/ways-back";
import { z } from "zod";
import { bytesBetween, bytesOf } from "../wire.ts";

const slotOf = <Kind extends WayBack, Header extends z.ZodType>(kind: Kind, header: Header) =>
  z.strictObject({ slotId: z.uuid(), kind: z.literal(kind), header, wrapped: bytesOf(60) });

export const vaultSlot = z.discriminatedUnion("kind", [
  slotOf("recovery", bytesOf(56)),
  slotOf("passphrase", bytesOf(52)),
  slotOf("passkey", bytesBetween(72, 568)),
]);
export type VaultSlot = z.output<typeof vaultSlot>;

export const createAccountInput = z.strictObject({
  kemPublicKey: bytesOf(1665),
  signingKey: bytesOf(120),
  vault: bytesBetween(64, 65_536),
  /** At least one way back: an account whose only key lies on one device is lost with the device. */
  slots: z
    .array(vaultSlot)
    .min(1)
    .max(8)
    .refine((slots) => new Set(slots.map(({ slotId }) => slotId)).size === slots.length),
});
export type CreateAccount = z.output<typeof createAccountInput>;
export const createAccountOutput = z.strictObject({ accountId: z.uuid() });

import { provenActions } from "@dvd/domain/limits/proof";
import { z } from "zod";

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

/** A challenge of ALTCHA, version 2, in its mode with a counter that the server has chosen. */
export const challenge = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal("PBKDF2/SHA-256"),
    cost: z.int().min(1),
    data: z.strictObject({ account: z.uuid(), action: z.enum(provenActions) }),
    /** Seconds since 1970. */
    expiresAt: z.int(),
    keyLength: z.literal(32),
    /** The first half of the key to be found. */
    keyPrefix: hexOf(16),
    keySignature: hexOf(32),
    nonce: hexOf(16),
    salt: hexOf(16),
  }),
  signature: hexOf(32),
});
export type Challenge = z.output<typeof challenge>;

/** What a client sends back, as base64 of this JSON in the header `dvd-proof`. */
export const provenWork = z.strictObject({
  challenge,
  solution: z.strictObject({
    counter: z.int().min(0).max(4_294_967_295),
    derivedKey: hexOf(32),
    time: z.number().optional(),
  }),
});
export type ProvenWork = z.output<typeof provenWork>;

export const getChallengeInput = z.strictObject({ action: z.enum(provenActions) });
export const getChallengeOutput = challenge;

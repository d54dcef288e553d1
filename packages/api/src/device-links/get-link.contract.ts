import { z } from "zod";
import { base64Text } from "../wire.ts";

export const getLinkInput = z.strictObject({});
export const getLinkOutput = z.strictObject({
  /** Null when no device of this account asks, or when it has asked for too long. */
  link: z
    .strictObject({
      linkId: z.uuid(),
      publicKey: base64Text,
      proof: base64Text,
      answer: base64Text.nullable(),
      expiresAt: z.iso.datetime(),
    })
    .nullable(),
});

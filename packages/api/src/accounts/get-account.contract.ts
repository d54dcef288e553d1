import { waysBack } from "@dvd/domain/account/ways-back";
import { z } from "zod";
import { base64Text } from "../wire.ts";

export const getAccountInput = z.strictObject({});
const slot = z.strictObject({
  slotId: z.uuid(),
  kind: z.enum(waysBack),
  header: base64Text,
  wrapped: base64Text,
  createdAt: z.iso.datetime(),
});
const sealedKeys = z.strictObject({ vault: base64Text, version: z.int(), slots: z.array(slot) });

export const getAccountOutput = z.strictObject({
  kind: z.enum(["citizen", "official"]),
  accountId: z.uuid(),
  /** Null until the browser has made the account's keys. */
  keys: sealedKeys.nullable(),
  /** New keys that were made and not objected to, newest first, each with what it replaced: who holds that may object. */
  renewals: z.array(
    z.strictObject({
      requestedAt: z.iso.datetime(),
      signingKey: base64Text,
      former: sealedKeys,
    }),
  ),
});

import { waysBack } from "@dvd/domain/account/ways-back";
import { z } from "zod";
import { base64Text } from "../wire.ts";

export const getAccountInput = z.strictObject({});
export const getAccountOutput = z.strictObject({
  kind: z.enum(["citizen", "official"]),
  accountId: z.uuid(),
  /** Null until the browser has made the account's keys. */
  keys: z
    .strictObject({
      vault: base64Text,
      version: z.int(),
      slots: z.array(
        z.strictObject({
          slotId: z.uuid(),
          kind: z.enum(waysBack),
          header: base64Text,
          wrapped: base64Text,
          createdAt: z.iso.datetime(),
        }),
      ),
    })
    .nullable(),
});

import type { TenantId } from "@dvd/domain/ids";
import { z } from "zod";
import { base64Text, idOf } from "../wire.ts";

export const getKeysInput = z.strictObject({
  tenantId: idOf<TenantId>(),
  /** Size of the key log that the reader has seen last, 0 for none. */
  knownLogSize: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
});

/** Signed as transmitted: a client verifies the bytes of `payload`, it does not trust this answer. */
export const statement = z.strictObject({ payload: base64Text, signature: base64Text });

const hashes = z.array(base64Text);

export const getKeysOutput = z.strictObject({
  authority: z.uuid(),
  statements: z.array(statement).describe("Authority, log policy, receipt key, unit keys, members and the head"),
  log: z
    .strictObject({
      checkpoint: z.string().describe("Signed note with the cosignatures of the witnesses"),
      consistency: hashes.describe("From the size that the reader knows to that of the checkpoint"),
      places: z.array(z.strictObject({ index: z.int(), path: hashes })).describe("One for each statement"),
    })
    .describe("Proof that every statement stands in the public log (docs/key-log.md)"),
});

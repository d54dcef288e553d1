import { z } from "zod";
import { base64Text, idOf } from "../wire.ts";
import type { TenantId } from "@dvd/domain/ids";

export const getKeysInput = z.strictObject({ tenantId: idOf<TenantId>() });

/** Signed as transmitted: a client verifies the bytes of `payload`, it does not trust this answer. */
export const statement = z.strictObject({ payload: base64Text, signature: base64Text });

export const getKeysOutput = z.strictObject({
  authority: z.uuid(),
  statements: z
    .array(statement)
    .describe("Authority, receipt key, unit keys, members and the newest directory head, oldest first"),
});

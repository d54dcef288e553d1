import { z } from "zod";
import { bytesBetween, bytesOf } from "../wire.ts";

/** Signed by the account's current key, docs/keys.md section 5. */
export const signedChange = z.strictObject({ payload: bytesBetween(2, 1024), signature: bytesOf(96) });
export type SignedChange = z.output<typeof signedChange>;

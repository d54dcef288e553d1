import { z } from "zod";
import { bytesBetween, bytesOf } from "../wire.ts";

/** Signed by the former key, docs/keys.md section 9. */
export const objectToRenewalInput = z.strictObject({ payload: bytesBetween(2, 1024), signature: bytesOf(96) });
export type ObjectToRenewal = z.output<typeof objectToRenewalInput>;
export const objectToRenewalOutput = z.strictObject({ cases: z.int() });

import { z } from "zod";
import { bytesBetween } from "../wire.ts";
import { signedChange } from "./signed-change.contract.ts";

/** Compare and set: two devices never overwrite each other's pins. */
export const saveVaultInput = z.strictObject({
  expectedVersion: z.int().min(1),
  vault: bytesBetween(64, 65_536),
  signed: signedChange,
});
export type SaveVault = z.output<typeof saveVaultInput>;
export const saveVaultOutput = z.strictObject({ version: z.int() });

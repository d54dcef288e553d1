import { z } from "zod";
import { signedChange } from "./signed-change.contract.ts";
import { vaultSlot } from "./create-account.contract.ts";

/** Both at once replace: the new way is there and the old one is gone, or nothing has happened. */
export const changeWaysBackInput = z
  .strictObject({ add: vaultSlot.optional(), remove: z.uuid().optional(), signed: signedChange })
  .refine(({ add, remove }) => add !== undefined || remove !== undefined);
export type ChangeWaysBack = z.output<typeof changeWaysBackInput>;
export const changeWaysBackOutput = z.strictObject({});

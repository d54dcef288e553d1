import { z } from "zod";
import { signedChange } from "./signed-change.contract.ts";

/** Without `signed` for a login that has no keys yet: there is nothing that anybody could sign with. */
export const deleteAccountInput = z.strictObject({ signed: signedChange.optional() });
export type DeleteAccount = z.output<typeof deleteAccountInput>;
/** What was there to delete. */
export const deleteAccountOutput = z.strictObject({ cases: z.int(), drafts: z.int(), uploads: z.int() });

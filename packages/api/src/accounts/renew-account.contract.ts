import { z } from "zod";
import { createAccountInput } from "./create-account.contract.ts";

/** The same as for a first account: new keys, a new vault, a new way back. */
export const renewAccountInput = createAccountInput;
export type RenewAccount = z.output<typeof renewAccountInput>;
export const renewAccountOutput = z.strictObject({ renewalId: z.uuid(), cases: z.int() });

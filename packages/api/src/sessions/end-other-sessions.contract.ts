import { z } from "zod";
import { sessionHandle } from "./list-sessions.contract.ts";

/** Without a handle: everywhere but here. */
export const endOtherSessionsInput = z.strictObject({ handle: sessionHandle.optional() });
export type EndOtherSessions = z.output<typeof endOtherSessionsInput>;
export const endOtherSessionsOutput = z.strictObject({ ended: z.int() });

import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

/** `version` is the one the citizen has seen: what was decided meanwhile is read first. */
export const withdrawCaseInput = z.strictObject({ caseId: idOf<CaseId>(), version: z.int().min(1) });
export type WithdrawCase = z.output<typeof withdrawCaseInput>;
export const withdrawCaseOutput = z.strictObject({ caseId: z.uuid(), version: z.int() });

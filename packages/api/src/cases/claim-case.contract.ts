import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

/** `version` is the one the official has seen: whoever acts on an old picture is told, nobody is overwritten. */
export const claimCaseInput = z.strictObject({ caseId: idOf<CaseId>(), version: z.int().min(1) });
export type ClaimCase = z.output<typeof claimCaseInput>;
export const claimCaseOutput = z.strictObject({ caseId: z.uuid(), version: z.int() });

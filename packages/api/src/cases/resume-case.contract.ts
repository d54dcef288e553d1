import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

/** `version` is the one the official has seen: an answer that came meanwhile is read first. */
export const resumeCaseInput = z.strictObject({ caseId: idOf<CaseId>(), version: z.int().min(1) });
export type ResumeCase = z.output<typeof resumeCaseInput>;
export const resumeCaseOutput = z.strictObject({ caseId: z.uuid(), version: z.int() });

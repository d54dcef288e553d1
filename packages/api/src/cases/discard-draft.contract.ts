import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

export const discardDraftInput = z.strictObject({ caseId: idOf<CaseId>() });
export type DiscardDraft = z.output<typeof discardDraftInput>;
export const discardDraftOutput = z.strictObject({ caseId: z.uuid(), documents: z.int() });

import { copyRefusals } from "@dvd/domain/copies";
import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

export const refuseCopyInput = z.strictObject({
  caseId: idOf<CaseId>(),
  renewalId: z.uuid(),
  reason: z.enum(copyRefusals),
});
export type RefuseCopy = z.output<typeof refuseCopyInput>;
export const refuseCopyOutput = z.strictObject({ caseId: z.uuid() });

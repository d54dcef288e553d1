import type { CaseId, UnitId } from "@dvd/domain/ids";
import { z } from "zod";
import { bytesOf, cursorText, idOf, pageSize } from "../wire.ts";

export const listUnsealedInput = z.strictObject({
  unitId: idOf<UnitId>(),
  cursor: cursorText.optional(),
  limit: pageSize,
});
export type ListUnsealed = z.output<typeof listUnsealedInput>;
export const listUnsealedOutput = z.strictObject({
  cases: z.array(z.strictObject({ caseId: z.uuid(), reference: z.string() })),
  nextCursor: z.string().nullable(),
});

export const resealCaseInput = z.strictObject({ caseId: idOf<CaseId>(), grant: bytesOf(1921) });
export type ResealCase = z.output<typeof resealCaseInput>;
export const resealCaseOutput = z.strictObject({
  caseId: z.uuid(),
  /** False when something else lies there already: whether it holds the same key, nobody has seen. */
  isTaken: z.boolean(),
});

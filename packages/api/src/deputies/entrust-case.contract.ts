import type { CaseId, DeputyshipId } from "@dvd/domain/ids";
import { z } from "zod";
import { base64Text, bytesBetween, bytesOf, cursorText, idOf, pageSize } from "../wire.ts";

export const listUnentrustedInput = z.strictObject({
  deputyshipId: idOf<DeputyshipId>(),
  cursor: cursorText.optional(),
  limit: pageSize,
});
export type ListUnentrusted = z.output<typeof listUnentrustedInput>;

export const listUnentrustedOutput = z.strictObject({
  tenantId: z.uuid(),
  /** In which unit the authority has signed for them. Null when there is none of theirs any more. */
  deputy: z.strictObject({ officialId: z.uuid(), unitId: z.uuid(), kemPublicKey: base64Text }).nullable(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  cases: z.array(z.strictObject({ caseId: z.uuid(), reference: z.string() })),
  nextCursor: z.string().nullable(),
});

export const entrustCaseInput = z.strictObject({
  deputyshipId: idOf<DeputyshipId>(),
  caseId: idOf<CaseId>(),
  /** The case key, sealed for the deputy. */
  grant: bytesOf(1921),
  /** The word by which the citizen's device believes them: docs/keys.md, 10. */
  mandate: z.strictObject({ payload: bytesBetween(1, 2048), signature: bytesOf(96) }),
});
export type EntrustCase = z.output<typeof entrustCaseInput>;
export const entrustCaseOutput = z.strictObject({
  caseId: z.uuid(),
  /** False when it was handed over before, in another window or by another device. */
  isTaken: z.boolean(),
});

export const listCandidatesInput = z.strictObject({});
export const listCandidatesOutput = z.strictObject({
  units: z.array(
    z.strictObject({
      unitId: z.uuid(),
      name: z.string(),
      colleagues: z.array(z.strictObject({ officialId: z.uuid(), postSign: z.string() })),
    }),
  ),
});

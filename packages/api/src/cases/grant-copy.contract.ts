import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { bytesBetween, bytesOf, idOf } from "../wire.ts";

export const grantCopyInput = z.strictObject({
  caseId: idOf<CaseId>(),
  renewalId: z.uuid(),
  /** The case key, sealed for the citizen's new key by the official who looked. */
  grant: bytesOf(1921),
  /** What they looked at, signed: docs/keys.md section 9. */
  attestation: z.strictObject({ payload: bytesBetween(2, 4096), signature: bytesOf(96) }),
});
export type GrantCopy = z.output<typeof grantCopyInput>;
export const grantCopyOutput = z.strictObject({ caseId: z.uuid() });

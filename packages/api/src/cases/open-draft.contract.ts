import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { ars, bytesOf, idOf, postalCode, serviceKey } from "../wire.ts";

export const openDraftInput = z.strictObject({
  caseId: idOf<CaseId>(),
  serviceKey,
  postalCode,
  ars: ars.optional(),
  /** Scope of the case's key, bound into every container: the 16 bytes of the case id. */
  scopeId: bytesOf(16),
  /** The case key, sealed once for the citizen and once for the receiving unit. */
  grants: z.array(bytesOf(1921)).length(2),
});
export type OpenDraft = z.output<typeof openDraftInput>;

export const openDraftOutput = z.strictObject({ caseId: z.uuid(), tenantId: z.uuid(), unitId: z.uuid() });

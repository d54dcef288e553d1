import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { base64Text, idOf } from "../wire.ts";
import { caseSummary } from "./case-summary.contract.ts";

export const getCaseInput = z.strictObject({ caseId: idOf<CaseId>() });

export const storedDocument = z.strictObject({
  documentId: z.uuid(),
  sender: z.enum(["citizen", "official"]),
  header: base64Text,
  floeHeader: base64Text,
  seal: base64Text,
  bodyLength: z.int(),
  storedAt: z.iso.datetime(),
  /** When the worker read the stored bytes back and found them unchanged. */
  verifiedAt: z.iso.datetime().nullable(),
});

export const getCaseOutput = z.strictObject({
  summary: caseSummary,
  tenantId: z.uuid(),
  scopeId: base64Text,
  generation: z.int(),
  /** The case key, sealed for the one who asks (or for their unit). */
  grants: z.array(z.strictObject({ recipientKeyId: base64Text, envelope: base64Text })),
  /** The citizen's public signing key, to verify what came from them. */
  citizenSigningKey: base64Text,
  documents: z.array(storedDocument),
  receipt: z.strictObject({ payload: base64Text, signature: base64Text }).nullable(),
});

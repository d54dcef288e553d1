import { copyRefusals, copyStates } from "@dvd/domain/copies";
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

const signed = z.strictObject({ payload: base64Text, signature: base64Text });

/** How the citizen came to other keys than the one that began the case. Proofs, oldest first; nothing here is believed. */
export const caseCopies = z.strictObject({
  account: z.uuid(),
  attestations: z.array(signed),
  objections: z.array(signed),
  /** What was asked for last, and became of it. */
  request: z
    .strictObject({
      renewalId: z.uuid(),
      state: z.enum(copyStates),
      reason: z.enum(copyRefusals).nullable(),
      requestedAt: z.iso.datetime(),
      decidedAt: z.iso.datetime().nullable(),
      kemPublicKey: base64Text,
      signingKey: base64Text,
    })
    .nullable(),
});

export const getCaseOutput = z.strictObject({
  summary: caseSummary,
  tenantId: z.uuid(),
  scopeId: base64Text,
  generation: z.int(),
  /** The case key, sealed for the one who asks (or for their unit). */
  grants: z.array(z.strictObject({ recipientKeyId: base64Text, envelope: base64Text })),
  /** The public signing key with which the citizen has begun the case. It never changes; others need an attestation. */
  citizenSigningKey: base64Text,
  copies: caseCopies,
  /** Words of assignees who were away, for deputies of other units: proofs, oldest first, and nothing here is believed. */
  mandates: z.array(signed),
  documents: z.array(storedDocument),
  receipt: z.strictObject({ payload: base64Text, signature: base64Text }).nullable(),
});

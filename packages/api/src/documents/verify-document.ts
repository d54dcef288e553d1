import { createHash } from "node:crypto";
import { CryptoError, createFrameCheck, parsePublicHeader, verifySeal } from "@dvd/crypto";
import { findSigningKey } from "@dvd/db/repositories/accounts";
import { appendAudit } from "@dvd/db/repositories/audit";
import { getStored, markVerified } from "@dvd/db/repositories/documents";
import type { ScopedTx } from "@dvd/db/tenant";
import { BlobMissing } from "../adapters/blob/blob-store.ts";
import type { JobPayload } from "../adapters/jobs/definitions.ts";
import { newId, type WorkerDeps } from "../context.ts";
import { asSender } from "./as-sender.ts";

/**
 * Reads a stored document back, every byte, and holds it against its seal: "acknowledged means kept" is checked and
 * not hoped. What is damaged is reported in the audit; nothing is repaired or deleted here.
 */
export async function verifyDocument(deps: WorkerDeps, job: JobPayload<"verify-document">) {
  const { documentId, caseId, tenantId } = job;
  const found = await asSender(deps, job, (tx) => load(tx, job));
  const intact = await isIntact(deps, found);

  await asSender(deps, job, async (tx) => {
    if (intact) await markVerified(tx, documentId, deps.now());
    await appendAudit(tx, {
      id: newId(deps),
      tenantId,
      actor: { kind: "system", id: null },
      correlationId: job.correlationId,
      event: { type: intact ? "document.verified" : "document.damaged", caseId, documentId },
    });
  });
  return { intact };
}

async function load(tx: ScopedTx, { documentId }: JobPayload<"verify-document">) {
  const document = await getStored(tx, documentId);
  const header = parsePublicHeader(document.header, document.floeHeader);
  return { document, segments: header.segmentCount, senderSpki: await findSigningKey(tx, header.senderKeyId) };
}

async function isIntact({ blobs }: WorkerDeps, { document, segments, senderSpki }: Awaited<ReturnType<typeof load>>) {
  if (!senderSpki) return false;
  const { header, floeHeader, seal, bodyLength, blobKey } = document;
  const check = createFrameCheck({ bodyLength, firstSegment: 0, segments, createHash: () => createHash("sha256") });
  try {
    for await (const chunk of await blobs.read(blobKey)) check.push(chunk);
    await verifySeal({ header, floeHeader, seal, segmentDigests: check.end(), senderSpki });
    return true;
  } catch (error) {
    if (error instanceof CryptoError || error instanceof BlobMissing) return false;
    throw error;
  }
}

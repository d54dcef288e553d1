import { appendAudit } from "@dvd/db/repositories/audit";
import { getCase, removeDraft } from "@dvd/db/repositories/cases";
import { listAll } from "@dvd/db/repositories/documents";
import { withCitizen } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { JobPayload } from "../adapters/jobs/definitions.ts";
import { newId, type WorkerDeps } from "../context.ts";

/**
 * Removes a draft that was not sent in time. Rows first, then blobs: what is left over after a crash in between is
 * ciphertext that no row names, never a row that names nothing.
 */
export async function expireDraft(deps: WorkerDeps, { caseId, citizenId, correlationId }: JobPayload<"expire-draft">) {
  const removed = await withCitizen(deps.db, citizenId, async (tx) => {
    const found = await getCase(tx, caseId).catch(nullWhenGone);
    if (found?.state !== "DRAFT") return [];
    const documents = await listAll(tx, caseId);
    await appendAudit(tx, {
      id: newId(deps),
      tenantId: found.tenantId,
      actor: { kind: "system", id: null },
      correlationId,
      event: { type: "case.expired", caseId, documents: documents.length },
    });
    return (await removeDraft(tx, caseId)) ? documents : [];
  });

  for (const { blobKey: key, blobUpload: writeId } of removed) {
    if (writeId) await deps.blobs.abort({ key, writeId });
    // Also for an upload that is still open: a crash may have come between the finished object and its row.
    await deps.blobs.remove(key);
  }
  return { documents: removed.length };
}

function nullWhenGone(error: unknown): null {
  if (error instanceof DomainError && error.code === "case.not-found") return null;
  throw error;
}

import { appendAudit } from "@dvd/db/repositories/audit";
import { holdDraft, removeDraft } from "@dvd/db/repositories/cases";
import { listAll } from "@dvd/db/repositories/documents";
import { withCitizen } from "@dvd/db/tenant";
import type { JobPayload } from "../adapters/jobs/definitions.ts";
import { newId, type WorkerDeps } from "../context.ts";
import { removeBlobs } from "../documents/remove-blobs.ts";

/** Removes a draft that was not sent in time. One that is being sent at this moment is none any more. */
export async function expireDraft(deps: WorkerDeps, { caseId, citizenId, correlationId }: JobPayload<"expire-draft">) {
  const removed = await withCitizen(deps.db, citizenId, async (tx) => {
    const draft = await holdDraft(tx, caseId);
    if (!draft) return [];
    const documents = await listAll(tx, caseId);
    await appendAudit(tx, {
      id: newId(deps),
      tenantId: draft.tenantId,
      actor: { kind: "system", id: null },
      correlationId,
      event: { type: "case.expired", caseId, documents: documents.length },
    });
    await removeDraft(tx, caseId);
    return documents;
  });
  await removeBlobs(deps, removed);
  return { documents: removed.length };
}

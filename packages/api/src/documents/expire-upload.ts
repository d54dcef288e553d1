import { dropParts, lockUpload } from "@dvd/db/repositories/documents";
import { DomainError } from "@dvd/domain/errors";
import type { JobPayload } from "../adapters/jobs/definitions.ts";
import type { WorkerDeps } from "../context.ts";
import { asSender } from "./as-sender.ts";

/**
 * Frees what has arrived of an upload that nobody finished. The blobs go while the row is held: a finish at the same
 * moment came before, and then there is nothing to expire, or waits and finds nothing to finish.
 */
export const expireUpload = (deps: WorkerDeps, job: JobPayload<"expire-upload">) =>
  asSender(deps, job, async (tx) => {
    const upload = await lockUpload(tx, job.documentId).catch(nullWhenOver);
    if (!upload) return { expired: false };
    const { id, blobKey: key, writeId } = upload;
    await dropParts(tx, id);
    await deps.blobs.abort({ key, writeId });
    // Also the object: a crash may have come between its completion and its row.
    await deps.blobs.remove(key);
    return { expired: true };
  });

/** Finished, expired already, or gone with its draft. */
function nullWhenOver(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}

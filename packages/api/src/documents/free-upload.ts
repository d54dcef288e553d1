import { dropParts, lockUpload } from "@dvd/db/repositories/documents";
import type { ScopedTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { DocumentId } from "@dvd/domain/ids";
import type { WorkerDeps } from "../context.ts";

/**
 * Frees what has arrived of an unfinished upload; its row stays, and may begin anew. The blobs go while the row is held: a
 * finish at the same moment came before, and then there is nothing to free, or waits and finds nothing to finish.
 */
export async function freeUpload({ blobs }: Pick<WorkerDeps, "blobs">, tx: ScopedTx, documentId: DocumentId) {
  const upload = await lockUpload(tx, documentId).catch(nullWhenOver);
  if (!upload) return false;
  const { id, blobKey: key, writeId } = upload;
  await dropParts(tx, id);
  await blobs.abort({ key, writeId });
  // Also the object: a crash may have come between its completion and its row.
  await blobs.remove(key);
  return true;
}

/** Finished, freed already, gone with its draft, or sent by the other side. */
function nullWhenOver(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}

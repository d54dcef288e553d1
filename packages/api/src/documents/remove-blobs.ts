import type { DocumentRow } from "@dvd/db/repositories/documents";
import type { WorkerDeps } from "../context.ts";

/** After the rows: what a crash in between leaves is ciphertext that no row names, never a row that names nothing. */
export async function removeBlobs(
  { blobs }: Pick<WorkerDeps, "blobs">,
  documents: readonly Pick<DocumentRow, "blobKey" | "blobUpload">[],
) {
  for (const { blobKey: key, blobUpload: writeId } of documents) {
    if (writeId) await blobs.abort({ key, writeId });
    // Also for an upload that is still open: a crash may have come between the finished object and its row.
    await blobs.remove(key);
  }
}

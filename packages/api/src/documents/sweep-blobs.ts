import { listBlobsInUse } from "@dvd/db/repositories/blobs";
import { limits } from "@dvd/domain/document/limits";
import type { WorkerDeps } from "../context.ts";

const batchSize = 500;

/**
 * Removes from the blob store what no document names: writes whose transaction was rolled back after they were opened,
 * and what a crash left between a row and its blobs. A key is used for one write and named by one row before anything is
 * sent under it, and what is not named after all these days never will be: so nothing here can meet a finish.
 */
export async function sweepBlobs({ db, blobs, now, log }: Pick<WorkerDeps, "db" | "blobs" | "now" | "log">) {
  const before = new Date(now().getTime() - limits.orphanDays * 86_400_000);
  let writes = 0;
  for await (const open of inBatches(blobs.listOpen(before))) {
    const used = await listBlobsInUse(
      db,
      open.map(({ key }) => key),
    );
    for (const write of open) {
      if (used.get(write.key)?.writeId === write.writeId) continue;
      await blobs.abort(write);
      writes += 1;
    }
  }
  let objects = 0;
  for await (const stored of inBatches(blobs.listStored(before))) {
    const used = await listBlobsInUse(db, stored);
    for (const key of stored) {
      if (used.has(key)) continue;
      await blobs.remove(key);
      objects += 1;
    }
  }
  log.event("blobs.swept", { writes, objects });
  return { writes, objects };
}

async function* inBatches<T>(source: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of source) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { BlobStore } from "../adapters/blob/blob-store.ts";
import { filesystemBlobStore } from "../adapters/blob/filesystem.ts";
import { s3BlobStore } from "../adapters/blob/s3.ts";
import { contentOf, makeBucket, testS3 } from "./s3.ts";

export type BlobPlace = {
  blobs: BlobStore;
  /** Everything that lies there, with its size, and the writes that are open: equal means that nothing happened. */
  files(): Promise<string[]>;
  remove(): Promise<void>;
};

/** An empty blob store: a bucket where a test run has an S3 server, a folder otherwise. */
export async function openBlobPlace(): Promise<BlobPlace> {
  const server = testS3();
  if (server) {
    const bucket = await makeBucket(server);
    // It goes with the server.
    return { blobs: s3BlobStore(bucket), files: () => contentOf(bucket), remove: async () => undefined };
  }
  const folder = await mkdtemp(join(tmpdir(), "dvd-portal-"));
  return {
    blobs: filesystemBlobStore(folder),
    files: () => filesIn(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const lines = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (entry.isFile()) return [`${name} ${(await stat(path)).size}`];
    return name.startsWith("pending/") ? [name] : [];
  });
  return (await Promise.all(lines)).flat().toSorted();
}

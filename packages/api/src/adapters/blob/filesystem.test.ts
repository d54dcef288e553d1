import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { blobStoreBehaviour } from "./behaviour.ts";
import { filesystemBlobStore } from "./filesystem.ts";

const root = await mkdtemp(join(tmpdir(), "dvd-blobs-"));
afterAll(() => rm(root, { recursive: true }));

describe("blob store on the file system", () => {
  blobStoreBehaviour(async () => filesystemBlobStore(await mkdtemp(join(root, "store-"))));
});

import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { blobStoreBehaviour } from "./behaviour.ts";
import { filesystemBlobStore } from "./filesystem.ts";

const root = await mkdtemp(join(tmpdir(), "dvd-blobs-"));
afterAll(() => rm(root, { recursive: true }));

describe("blob store on the file system", () => {
  blobStoreBehaviour(async () => {
    const folder = await mkdtemp(join(root, "store-"));
    return () => filesystemBlobStore(folder);
  });

  it("frees a part at once that is taken back", async () => {
    const folder = await mkdtemp(join(root, "store-"));
    const store = filesystemBlobStore(folder);
    const write = { key: "0192f0a1-0000-7000-8000-00000000abcd", writeId: "" };
    write.writeId = await store.begin(write.key);
    async function* source() {
      yield Buffer.from("weg");
    }
    const tag = await store.writePart(write, 0, source(), 3);
    const parts = () => readdir(join(folder, "pending", write.key, write.writeId));
    expect(await parts()).toHaveLength(1);
    await store.removePart(write, { part: 0, tag });
    expect(await parts()).toEqual([]);
    await expect(store.removePart(write, { part: 0, tag: "../../x" })).rejects.toThrow(RangeError);
  });
});

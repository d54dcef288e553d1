import type * as disk from "node:fs/promises";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { blobStoreBehaviour } from "./behaviour.ts";
import { filesystemBlobStore } from "./filesystem.ts";

/** What the disk was asked for, in order: the real calls, written down. */
const asked = vi.hoisted(() => [] as string[]);
vi.mock("node:fs/promises", async (importReal) => {
  const real = await importReal<typeof disk>();
  const open: typeof real.open = async (path, ...rest) => {
    const file = await real.open(path, ...rest);
    const sync = file.sync.bind(file);
    file.sync = async () => {
      await sync();
      asked.push(`flush ${String(path)}`);
    };
    return file;
  };
  const rename: typeof real.rename = async (from, to) => {
    await real.rename(from, to);
    asked.push(`rename ${String(to)}`);
  };
  return { ...real, open, rename };
});

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

const root = await mkdtemp(join(tmpdir(), "dvd-blobs-"));
afterAll(() => rm(root, { recursive: true }));

describe("blob store on the file system", () => {
  blobStoreBehaviour(async () => {
    const folder = await mkdtemp(join(root, "store-"));
    return () => filesystemBlobStore(folder);
  });

  it("flushes what it stores before its name, and every folder above a new name after it", async () => {
    const folder = await mkdtemp(join(root, "store-"));
    const store = filesystemBlobStore(folder);
    const write = { key: "0192f0a1-0000-7000-8000-00000000abcd", writeId: "" };
    write.writeId = await store.begin(write.key);
    asked.length = 0;
    const tag = await store.writePart(write, 0, bytesOf("da"), 2);
    const pending = join(folder, "pending", write.key, write.writeId);
    expect(asked).toEqual([
      `flush ${join(pending, tag)}.tmp`,
      `rename ${join(pending, `00000.${tag}`)}`,
      `flush ${pending}`,
    ]);

    await store.complete(write, [{ part: 0, tag }]);
    const objects = join(folder, "objects");
    const above = [join(objects, "cd", "ab"), join(objects, "cd"), objects, folder];
    const stored = asked.indexOf(`rename ${join(objects, "cd", "ab", write.key)}`);
    expect(stored).toBeGreaterThan(0);
    expect(asked.slice(stored + 1)).toEqual(above.map((path) => `flush ${path}`));
  });

  it("frees a part at once that is taken back", async () => {
    const folder = await mkdtemp(join(root, "store-"));
    const store = filesystemBlobStore(folder);
    const write = { key: "0192f0a1-0000-7000-8000-00000000abcd", writeId: "" };
    write.writeId = await store.begin(write.key);
    const tag = await store.writePart(write, 0, bytesOf("weg"), 3);
    const parts = () => readdir(join(folder, "pending", write.key, write.writeId));
    expect(await parts()).toHaveLength(1);
    await store.removePart(write, { part: 0, tag });
    expect(await parts()).toEqual([]);
    await expect(store.removePart(write, { part: 0, tag: "../../x" })).rejects.toThrow(RangeError);
  });
});

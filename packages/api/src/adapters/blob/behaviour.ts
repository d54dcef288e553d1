import { expect, it } from "vitest";
import { BlobMissing, type BlobStore, PartMissing, PartSizeWrong } from "./blob-store.ts";

async function* bytes(...chunks: string[]) {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk);
}

async function textOf(source: AsyncIterable<Uint8Array>) {
  let text = "";
  for await (const chunk of source) text += new TextDecoder().decode(chunk);
  return text;
}

/** What every driver must do, in the words of the port. A driver's test file calls this and nothing else. */
export function blobStoreBehaviour(makeStore: () => Promise<BlobStore>) {
  const key = "0192f0a1-0000-7000-8000-00000000abcd";

  async function storeWhole(store: BlobStore, ...parts: string[]) {
    const write = { key, writeId: await store.begin(key) };
    const tags = await Promise.all(
      parts.map(async (text, part) => ({ part, tag: await store.writePart(write, part, bytes(text), text.length) })),
    );
    await store.complete(write, tags);
    return { write, tags };
  }

  it("gives back the parts in their order, however they arrived", async () => {
    const store = await makeStore();
    const write = { key, writeId: await store.begin(key) };
    const second = await store.writePart(write, 1, bytes("wel", "t"), 4);
    const first = await store.writePart(write, 0, bytes("hallo "), 6);
    await store.complete(write, [
      { part: 0, tag: first },
      { part: 1, tag: second },
    ]);
    expect(await textOf(await store.read(key))).toBe("hallo welt");
    expect(await store.size(key)).toBe(10);
  });

  it("reads a range across the edge of two parts", async () => {
    const store = await makeStore();
    await storeWhole(store, "hallo ", "welt");
    expect(await textOf(await store.read(key, { from: 4, to: 8 }))).toBe("o we");
    expect(await textOf(await store.read(key, { from: 9, to: 100 }))).toBe("t");
    expect(await textOf(await store.read(key, { from: 10, to: 12 }))).toBe("");
  });

  it("shows nothing of an object before it is complete", async () => {
    const store = await makeStore();
    const write = { key, writeId: await store.begin(key) };
    await store.writePart(write, 0, bytes("halb"), 4);
    expect(await store.size(key)).toBeNull();
    await expect(store.read(key)).rejects.toThrow(BlobMissing);
  });

  it("keeps the part whose tag is named when a part was sent twice", async () => {
    const store = await makeStore();
    const write = { key, writeId: await store.begin(key) };
    const kept = await store.writePart(write, 0, bytes("eins"), 4);
    await store.writePart(write, 0, bytes("zwei"), 4);
    await store.complete(write, [{ part: 0, tag: kept }]);
    expect(await textOf(await store.read(key))).toBe("eins");
    expect(await store.size(key)).toBe(4);
  });

  it("forgets a part that is taken back, again without harm, and no other", async () => {
    const store = await makeStore();
    const write = { key, writeId: await store.begin(key) };
    const kept = { part: 0, tag: await store.writePart(write, 0, bytes("eins"), 4) };
    const removed = { part: 0, tag: await store.writePart(write, 0, bytes("zwei"), 4) };
    await store.removePart(write, removed);
    await store.removePart(write, removed);
    await expect(store.complete(write, [removed])).rejects.toThrow(PartMissing);
    await store.complete(write, [kept]);
    expect(await textOf(await store.read(key))).toBe("eins");
  });

  it("refuses a part that is shorter or longer than announced, and leaves nothing of it", async () => {
    const store = await makeStore();
    const write = { key, writeId: await store.begin(key) };
    await expect(store.writePart(write, 0, bytes("kurz"), 5)).rejects.toThrow(PartSizeWrong);
    await expect(store.writePart(write, 0, bytes("zu lang"), 5)).rejects.toThrow(PartSizeWrong);
    const invented = { part: 0, tag: "0192f0a1-0000-7000-8000-000000000000" };
    await expect(store.complete(write, [invented])).rejects.toThrow(PartMissing);
  });

  it("leaves nothing of a part whose source breaks off", async () => {
    const store = await makeStore();
    const write = { key, writeId: await store.begin(key) };
    async function* broken() {
      yield* bytes("ab");
      throw new Error("connection lost");
    }
    await expect(store.writePart(write, 0, broken(), 4)).rejects.toThrow("connection lost");
    await store.complete(write, []);
    expect(await store.size(key)).toBe(0);
  });

  it("takes no part any more once the write is complete", async () => {
    const store = await makeStore();
    const write = { key, writeId: await store.begin(key) };
    const tag = await store.writePart(write, 0, bytes("fertig"), 6);
    const gate = Promise.withResolvers<void>();
    async function* slow() {
      yield* bytes("sp");
      await gate.promise;
      yield* bytes("ät");
    }
    const late = store.writePart(write, 0, slow(), 5);
    await store.complete(write, [{ part: 0, tag }]);
    gate.resolve();
    await expect(late).rejects.toThrow(BlobMissing);
    expect(await textOf(await store.read(key))).toBe("fertig");
  });

  it("completes twice without harm, and a second write cannot replace a finished object", async () => {
    const store = await makeStore();
    const { write, tags } = await storeWhole(store, "erste");
    await store.complete(write, tags);
    const other = { key, writeId: await store.begin(key) };
    const tag = await store.writePart(other, 0, bytes("andere"), 6);
    await store.complete(other, [{ part: 0, tag }]);
    expect(await textOf(await store.read(key))).toBe("erste");
  });

  it("forgets an aborted write and a removed object", async () => {
    const store = await makeStore();
    const write = { key, writeId: await store.begin(key) };
    const tag = await store.writePart(write, 0, bytes("weg"), 3);
    await store.abort(write);
    await expect(store.complete(write, [{ part: 0, tag }])).rejects.toThrow(BlobMissing);
    await storeWhole(store, "auch weg");
    await store.remove(key);
    expect(await store.size(key)).toBeNull();
    await store.remove(key);
  });

  it("refuses a key that is not plainly an id", async () => {
    const store = await makeStore();
    await expect(store.begin("../../etc/passwd")).rejects.toThrow(RangeError);
    await expect(store.read("..")).rejects.toThrow(RangeError);
    const write = { key, writeId: await store.begin(key) };
    await expect(store.removePart(write, { part: 0, tag: "../../x" })).rejects.toThrow(RangeError);
  });
}

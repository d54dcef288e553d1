import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { BlobMissing, type BlobStore, PartMissing, PartSizeWrong } from "./blob-store.ts";

/** The smallest part of S3 that may be followed by another one. */
const partBytes = 5 * 1024 * 1024;

/** A whole part of one letter, as its chunks arrive. */
async function* full(letter: string, size = partBytes) {
  const chunk = Buffer.alloc(65_536, letter);
  for (let left = size; left > 0; left -= chunk.length) yield chunk.subarray(0, left);
}

async function* bytes(...chunks: string[]) {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk);
}

async function textOf(source: AsyncIterable<Uint8Array>) {
  let text = "";
  for await (const chunk of source) text += new TextDecoder().decode(chunk);
  return text;
}

async function digestOf(source: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  for await (const chunk of source) hash.update(chunk);
  return hash.digest("hex");
}

/** What every driver must do, in the words of the port. A driver's test file calls this; what follows there is its own. */
export function blobStoreBehaviour(makePlace: () => Promise<() => BlobStore>) {
  const makeStore = async () => (await makePlace())();
  const key = "0192f0a1-0000-7000-8000-00000000abcd";
  const later = () => new Date(Date.now() + 60_000);

  async function begin(store: BlobStore) {
    return { key, writeId: await store.begin(key) };
  }

  /** Five million letters "a", then these. */
  async function storeTwoParts(store: BlobStore, end: string) {
    const write = await begin(store);
    const tags = [
      { part: 0, tag: await store.writePart(write, 0, full("a"), partBytes) },
      { part: 1, tag: await store.writePart(write, 1, bytes(end), end.length) },
    ];
    await store.complete(write, tags);
    return { write, tags };
  }

  async function storeText(store: BlobStore, text: string) {
    const write = await begin(store);
    const tags = [{ part: 0, tag: await store.writePart(write, 0, bytes(text), text.length) }];
    await store.complete(write, tags);
    return { write, tags };
  }

  it("gives back the parts in their order, whichever came first and however they are named in the end", async () => {
    const store = await makeStore();
    const write = await begin(store);
    const third = await store.writePart(write, 2, bytes("wel", "t"), 4);
    const [second, first] = await Promise.all([
      store.writePart(write, 1, full("b"), partBytes),
      store.writePart(write, 0, full("a"), partBytes),
    ]);
    await store.complete(write, [
      { part: 2, tag: third },
      { part: 0, tag: first },
      { part: 1, tag: second },
    ]);
    const whole = Buffer.concat([Buffer.alloc(partBytes, "a"), Buffer.alloc(partBytes, "b"), Buffer.from("welt")]);
    expect(await digestOf(await store.read(key))).toBe(createHash("sha256").update(whole).digest("hex"));
    expect(await store.size(key)).toBe(whole.length);
  });

  it("reads a range across the edge of two parts", async () => {
    const store = await makeStore();
    await storeTwoParts(store, "welt");
    const read = async (from: number, to: number) =>
      textOf(await store.read(key, { from: partBytes + from, to: partBytes + to }));
    expect(await read(-2, 2)).toBe("aawe");
    expect(await read(3, 100)).toBe("t");
    expect(await read(3, Number.POSITIVE_INFINITY)).toBe("t");
    expect(await read(4, 12)).toBe("");
    expect(await read(1, 1)).toBe("");
  });

  it("knows nothing of an object that never was", async () => {
    const store = await makeStore();
    expect(await store.size(key)).toBeNull();
    await expect(store.read(key)).rejects.toThrow(BlobMissing);
    await expect(store.read(key, { from: 2, to: 4 })).rejects.toThrow(BlobMissing);
  });

  it("shows nothing of an object before it is complete", async () => {
    const store = await makeStore();
    const write = await begin(store);
    await store.writePart(write, 0, bytes("halb"), 4);
    expect(await store.size(key)).toBeNull();
    await expect(store.read(key)).rejects.toThrow(BlobMissing);
  });

  it("knows what it holds of a part that was sent several times, and completes with nothing else", async () => {
    const store = await makeStore();
    const write = await begin(store);
    const send = async (text: string) => ({ part: 0, tag: await store.writePart(write, 0, bytes(text), text.length) });
    const first = await send("eins");
    expect(await store.holds(write, first)).toBe(true);
    expect(await store.holds(write, { ...first, part: 1 })).toBe(false);
    const texts = ["zwei", "drei", "vier", "acht"];
    const sent = await Promise.all(texts.map(send));
    const held = await Promise.all(sent.map((part) => store.holds(write, part)));
    expect(held).toContain(true);
    const lost = sent.filter((_, index) => !held[index]);
    for (const part of lost) await expect(store.complete(write, [part])).rejects.toThrow(PartMissing);
    const index = held.indexOf(true);
    await store.complete(write, sent.slice(index, index + 1));
    expect(await textOf(await store.read(key))).toBe(texts[index]);
    expect(await store.size(key)).toBe(4);
  });

  it("takes one part back, again without harm, and no other", async () => {
    const store = await makeStore();
    const write = await begin(store);
    const removed = { part: 0, tag: await store.writePart(write, 0, bytes("eins"), 4) };
    const kept = { part: 0, tag: await store.writePart(write, 0, bytes("zwei"), 4) };
    await store.removePart(write, removed);
    await store.removePart(write, removed);
    expect(await store.holds(write, kept)).toBe(true);
    await store.complete(write, [kept]);
    expect(await textOf(await store.read(key))).toBe("zwei");
  });

  it("refuses a part that is shorter or longer than announced, also by a last chunk of its own", async () => {
    const store = await makeStore();
    const write = await begin(store);
    await expect(store.writePart(write, 0, bytes("kurz"), 5)).rejects.toThrow(PartSizeWrong);
    await expect(store.writePart(write, 0, bytes("zu lang"), 5)).rejects.toThrow(PartSizeWrong);
    await expect(store.writePart(write, 0, bytes("genau", "!"), 5)).rejects.toThrow(PartSizeWrong);
    await expect(store.writePart(write, 0, full("a", partBytes + 1), partBytes)).rejects.toThrow(PartSizeWrong);
    const kept = { part: 0, tag: await store.writePart(write, 0, bytes("genau"), 5) };
    await store.complete(write, [kept]);
    expect(await textOf(await store.read(key))).toBe("genau");
  });

  it("leaves nothing of a part whose source breaks off, early or late", async () => {
    const store = await makeStore();
    const write = await begin(store);
    async function* broken(before: number) {
      yield* full("a", before);
      throw new Error("connection lost");
    }
    for (const before of [0, 2, partBytes - 1, partBytes])
      await expect(store.writePart(write, 0, broken(before), partBytes)).rejects.toThrow("connection lost");
    const kept = { part: 0, tag: await store.writePart(write, 0, bytes("ganz"), 4) };
    await store.complete(write, [kept]);
    expect(await textOf(await store.read(key))).toBe("ganz");
  });

  it("completes nothing that was not stored, nor nothing at all", async () => {
    const store = await makeStore();
    const write = await begin(store);
    const tag = await store.writePart(write, 0, bytes("hier"), 4);
    const other = await begin(store);
    await expect(store.complete(write, [])).rejects.toThrow(PartMissing);
    await expect(store.complete(other, [{ part: 0, tag }])).rejects.toThrow(PartMissing);
    expect(await store.size(key)).toBeNull();
    await store.complete(write, [{ part: 0, tag }]);
    expect(await textOf(await store.read(key))).toBe("hier");
  });

  it("takes no part any more once the write is complete", async () => {
    const store = await makeStore();
    const write = await begin(store);
    const tag = await store.writePart(write, 0, bytes("fertig"), 6);
    await store.complete(write, [{ part: 0, tag }]);
    await expect(store.writePart(write, 0, bytes("spät"), 5)).rejects.toThrow(BlobMissing);
    expect(await textOf(await store.read(key))).toBe("fertig");
  });

  it("keeps the object as it is when a part was on its way while it was completed", async () => {
    const store = await makeStore();
    const write = await begin(store);
    const tag = await store.writePart(write, 0, bytes("fertig"), 6);
    const gate = Promise.withResolvers<void>();
    async function* slow() {
      yield* bytes("sp");
      await gate.promise;
      yield* bytes("ät");
    }
    const late = store.writePart(write, 0, slow(), 5).catch((error: unknown) => error);
    await store.complete(write, [{ part: 0, tag }]);
    gate.resolve();
    await late;
    expect(await textOf(await store.read(key))).toBe("fertig");
    expect(await store.size(key)).toBe(6);
  });

  it("completes twice without harm, and a second write cannot replace a finished object", async () => {
    const store = await makeStore();
    const { write, tags } = await storeText(store, "erste");
    await store.complete(write, tags);
    const other = await begin(store);
    const tag = await store.writePart(other, 0, bytes("andere"), 6);
    await store.complete(other, [{ part: 0, tag }]);
    expect(await textOf(await store.read(key))).toBe("erste");
    // Nor does it stay behind as an open write.
    expect(await Array.fromAsync(store.listOpen(later()))).toEqual([]);
  });

  it("goes on under the same handle after a restart of the process", async () => {
    const openStore = await makePlace();
    const store = openStore();
    const write = await begin(store);
    const first = await store.writePart(write, 0, full("a"), partBytes);
    const restarted = openStore();
    const second = await restarted.writePart(write, 1, bytes("b"), 1);
    const tags = [
      { part: 0, tag: first },
      { part: 1, tag: second },
    ];
    await restarted.complete(write, tags);
    // The answer was lost: asked once more, by yet another process.
    await store.complete(write, tags);
    expect(await store.size(key)).toBe(partBytes + 1);
  });

  it("forgets an aborted write and a removed object, again without harm", async () => {
    const store = await makeStore();
    const write = await begin(store);
    const tag = await store.writePart(write, 0, bytes("weg"), 3);
    await store.abort(write);
    await store.abort(write);
    await expect(store.complete(write, [{ part: 0, tag }])).rejects.toThrow(BlobMissing);
    await expect(store.holds(write, { part: 0, tag })).rejects.toThrow(BlobMissing);
    await expect(store.writePart(write, 0, bytes("weg"), 3)).rejects.toThrow(BlobMissing);
    await expect(store.writePart(write, 0, full("a"), partBytes)).rejects.toThrow(BlobMissing);
    await storeText(store, "auch weg");
    await store.remove(key);
    expect(await store.size(key)).toBeNull();
    await store.remove(key);
  });

  it("lists what is open and what is stored, and neither when it is too young", async () => {
    const store = await makeStore();
    const open = await begin(store);
    await store.writePart(open, 0, bytes("offen"), 5);
    const other = { key: `${key}-2`, writeId: await store.begin(`${key}-2`) };
    const tag = await store.writePart(other, 0, bytes("fertig"), 6);
    await store.complete(other, [{ part: 0, tag }]);
    const earlier = new Date(Date.now() - 60_000);
    expect(await Array.fromAsync(store.listOpen(later()))).toEqual([open]);
    expect(await Array.fromAsync(store.listStored(later()))).toEqual([other.key]);
    expect(await Array.fromAsync(store.listOpen(earlier))).toEqual([]);
    expect(await Array.fromAsync(store.listStored(earlier))).toEqual([]);
    await store.abort(open);
    await store.remove(other.key);
    expect(await Array.fromAsync(store.listOpen(later()))).toEqual([]);
    expect(await Array.fromAsync(store.listStored(later()))).toEqual([]);
  });

  it("is probed without a trace", async () => {
    const store = await makeStore();
    await store.probe();
    expect(await Array.fromAsync(store.listStored(later()))).toEqual([]);
  });

  it("refuses a key that is not plainly an id", async () => {
    const store = await makeStore();
    await expect(store.begin("../../etc/passwd")).rejects.toThrow(RangeError);
    await expect(store.read("..")).rejects.toThrow(RangeError);
    await expect(store.remove("")).rejects.toThrow(RangeError);
    await expect(store.abort({ key: "../pending", writeId: "x" })).rejects.toThrow(RangeError);
  });
}

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { makeBucket, partsIn, testS3 } from "../../testing/s3.ts";
import { blobStoreBehaviour } from "./behaviour.ts";
import { BlobStoreAway, PartSizeWrong } from "./blob-store.ts";
import { type S3Place, s3BlobStore } from "./s3.ts";

/** Run by `tests/s3`, which brings the server. */
const server = testS3();
if (!server) throw new Error("these tests need an S3 server: npm test -- --only s3");

const key = "0192f0a1-0000-7000-8000-00000000abcd";
const eightMiB = 8 * 1024 * 1024;

async function* zeros(size: number) {
  for (let left = size; left > 0; left -= 65_536) yield new Uint8Array(Math.min(left, 65_536));
}

describe("blob store on S3", () => {
  blobStoreBehaviour(async () => {
    const place = await makeBucket(server);
    return () => s3BlobStore(place);
  });

  it("holds nothing of a part that broke off", async () => {
    const place = await makeBucket(server);
    const store = s3BlobStore(place);
    const write = { key, writeId: await store.begin(key) };
    async function* broken() {
      yield* zeros(1_000_000);
      throw new Error("connection lost");
    }
    await expect(store.writePart(write, 0, broken(), eightMiB)).rejects.toThrow("connection lost");
    await expect(store.writePart(write, 0, zeros(9), 10)).rejects.toThrow(PartSizeWrong);
    expect(await partsIn(place, write)).toEqual([]);
  });

  it("refuses a part that was changed on its way to the server, and takes it when it is sent again", async () => {
    const place = await makeBucket(server);
    const bent = await relayTo(new URL(server.endpoint), (chunk, passed) =>
      passed > 1_000_000 && passed - chunk.length <= 1_000_000 ? Buffer.from(chunk).fill(1, 0, 1) : chunk,
    );
    const straight = s3BlobStore(place);
    const write = { key, writeId: await straight.begin(key) };
    const store = s3BlobStore({ ...place, endpoint: bent.url });
    await expect(store.writePart(write, 0, zeros(eightMiB), eightMiB)).rejects.toThrow("other bytes arrived");
    const tag = await straight.writePart(write, 0, zeros(eightMiB), eightMiB);
    await straight.complete(write, [{ part: 0, tag }]);
    for await (const chunk of await straight.read(key)) expect(chunk.every((byte: number) => byte === 0)).toBe(true);
  });
});

describe("when the S3 server is away", () => {
  const nowhere: S3Place = { ...server, bucket: "dvd-nowhere", endpoint: "http://127.0.0.1:9" };

  it("every operation says so in the words of the port", async () => {
    const store = s3BlobStore(nowhere);
    const write = { key, writeId: "any" };
    const part = { part: 0, tag: '"any"' };
    const calls = {
      begin: () => store.begin(key),
      writePart: () => store.writePart(write, 0, zeros(10), 10),
      holds: () => store.holds(write, part),
      complete: () => store.complete(write, [part]),
      abort: () => store.abort(write),
      read: () => store.read(key),
      size: () => store.size(key),
      remove: () => store.remove(key),
      listOpen: () => Array.fromAsync(store.listOpen(new Date())),
      listStored: () => Array.fromAsync(store.listStored(new Date())),
      probe: () => store.probe(),
    };
    for (const [name, call] of Object.entries(calls)) await expect(call(), name).rejects.toThrow(BlobStoreAway);
  });

  it("in the middle of a part, the part fails and its source is let go", async () => {
    const place = await makeBucket(server);
    const cut = await cutAfter(new URL(server.endpoint), 1_000_000);
    const write = { key, writeId: await s3BlobStore(place).begin(key) };
    const ended = Promise.withResolvers<void>();
    async function* source() {
      try {
        for (;;) yield new Uint8Array(65_536);
      } finally {
        ended.resolve();
      }
    }
    const store = s3BlobStore({ ...place, endpoint: cut.url });
    await expect(store.writePart(write, 0, source(), eightMiB)).rejects.toThrow(BlobStoreAway);
    await ended.promise;
    expect(await partsIn(place, write)).toEqual([]);
    expect(cut.passed()).toBeGreaterThan(500_000);
  });

  it("a wrong secret is no absence: waiting would not help", async () => {
    const place = await makeBucket(server);
    const failure: unknown = await s3BlobStore({ ...place, secretKey: "wrong" })
      .begin(key)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(BlobStoreAway);
  });
});

/** A way to the server that breaks off after so many bytes towards it. */
const cutAfter = (server: URL, limit: number) => relayTo(server, (chunk, passed) => (passed > limit ? null : chunk));

/** A way to the server on which something happens to what is sent: other bytes arrive, or (null) the line is cut. */
async function relayTo({ hostname, port }: URL, happens: (chunk: Buffer, passed: number) => Buffer | null) {
  let passed = 0;
  const open = new Set<Socket>();
  const relay = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => undefined);
    }
    far.pipe(near);
    near.on("data", (chunk: Buffer) => {
      passed += chunk.length;
      const arriving = happens(chunk, passed);
      if (arriving) far.write(arriving);
      else for (const socket of [near, far]) socket.resetAndDestroy();
    });
  });
  relay.listen(0, "127.0.0.1");
  await once(relay, "listening");
  afterAll(() => {
    for (const socket of open) socket.destroy();
    relay.close();
  });
  const address = relay.address();
  if (typeof address !== "object" || address === null) throw new Error("the relay has no port");
  return { url: `http://127.0.0.1:${address.port}`, passed: () => passed };
}

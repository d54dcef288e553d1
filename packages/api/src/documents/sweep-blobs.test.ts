import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { BlobMissing } from "../adapters/blob/blob-store.ts";
import type { WorkerDeps } from "../context.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { blobKeyOf } from "../testing/rows.ts";
import { chunksOf, finish, openCase, sealFile, sendPart, start, upload } from "../testing/sealing.ts";
import { sweepBlobs } from "./sweep-blobs.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const { blobs } = portal.deps;

const inDays = (days: number): WorkerDeps => ({
  ...portal.workerDeps,
  now: () => new Date(Date.now() + days * 86_400_000),
});

async function orphans() {
  const bytes = Buffer.from("niemand kennt mich");
  const store = async () => {
    const write = { key: randomUUID(), writeId: "" };
    write.writeId = await blobs.begin(write.key);
    return { write, part: { part: 0, tag: await blobs.writePart(write, 0, chunksOf(bytes), bytes.length) } };
  };
  const open = await store();
  const object = await store();
  await blobs.complete(object.write, [object.part]);
  return { open: open.write, object: object.write.key };
}

describe("the sweep of the blob store", () => {
  it("removes what no document has named for nine days, and touches nothing that one names", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const [stored, underWay, begun] = [
      await sealFile(citizen.keys.signing, caseKey),
      await sealFile(citizen.keys.signing, caseKey),
      await sealFile(citizen.keys.signing, caseKey),
    ];
    await upload(citizen.ctx, caseId, stored);
    await start(citizen.ctx, caseId, underWay);
    await sendPart(citizen.ctx, underWay, 0);
    await start(citizen.ctx, caseId, begun);
    const named = await portal.blobFiles();

    const { open, object } = await orphans();
    expect(await sweepBlobs(inDays(8))).toEqual({ writes: 0, objects: 0 });
    expect(await blobs.size(object)).toBeGreaterThan(0);
    expect(await sweepBlobs(inDays(10))).toEqual({ writes: 1, objects: 1 });
    expect(await blobs.size(object)).toBeNull();
    await expect(blobs.holds(open, { part: 0, tag: randomUUID() })).rejects.toThrow(BlobMissing);
    expect(await portal.blobFiles()).toEqual(named);
    expect(await sweepBlobs(inDays(10))).toEqual({ writes: 0, objects: 0 });

    expect(await outcome(finish(citizen.ctx, underWay))).toBe("accepted");
    await sendPart(citizen.ctx, begun, 0);
    expect(await outcome(finish(citizen.ctx, begun))).toBe("accepted");
  });

  it("removes a write that the row has exchanged for another one, and keeps the other", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey);
    await start(citizen.ctx, caseId, file);
    const key = await blobKeyOf(portal, file.documentId);
    await blobs.begin(key);
    expect(await sweepBlobs(inDays(10))).toEqual({ writes: 1, objects: 0 });
    await sendPart(citizen.ctx, file, 0);
    expect(await outcome(finish(citizen.ctx, file))).toBe("accepted");
  });

  it("comes to no harm when a document is finished while it looks", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey);
    await start(citizen.ctx, caseId, file);
    await sendPart(citizen.ctx, file, 0);
    const looking = Promise.withResolvers<void>();
    const finished = Promise.withResolvers<void>();
    const slowBlobs: typeof blobs = {
      ...blobs,
      async *listOpen(before) {
        const found = await Array.fromAsync(blobs.listOpen(before));
        looking.resolve();
        await finished.promise;
        yield* found;
      },
    };
    const sweeping = sweepBlobs({ ...inDays(10), blobs: slowBlobs });
    await looking.promise;
    await finish(citizen.ctx, file);
    finished.resolve();
    await sweeping;
    expect(await blobs.size(await blobKeyOf(portal, file.documentId))).toBe(file.bodyLength);
  });
});

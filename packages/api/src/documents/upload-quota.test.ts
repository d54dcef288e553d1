import { sweepBegunUploads } from "@dvd/db/repositories/begun-uploads";
import { limits } from "@dvd/domain/document/limits";
import { afterAll, describe, expect, it } from "vitest";
import { discardDraft } from "../cases/discard-draft.ts";
import { holdStore } from "../testing/held-store.ts";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { type Citizen, openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { blobKeyOf } from "../testing/rows.ts";
import { openCase, type SealedFile, sealFile, sendPart, start, upload } from "../testing/sealing.ts";
import { abandonUpload } from "./abandon-upload.ts";

const portal = await openPortal();
afterAll(() => portal.close());

/** A citizen with a draft; `next` seals one more file for it. */
async function sender(citizen?: Citizen) {
  const busy = citizen ?? (await portal.citizen());
  const { caseId, caseKey } = await openCase(portal, busy);
  return { citizen: busy, ctx: busy.ctx, caseId, next: () => sealFile(busy.keys.signing, caseKey) };
}

/** As if it were so large that of the day only `left` bytes remained. */
async function leaveOnly(left: number, { documentId }: SealedFile) {
  const bytes = limits.uploadBytesPerDay - left;
  await portal.sql`update begun_uploads set bytes = ${bytes} where blob_key = ${await blobKeyOf(portal, documentId)}`;
}

const countedFor = async ({ documentId }: SealedFile) => {
  const key = await blobKeyOf(portal, documentId);
  const [row] = await portal.sql<{ bytes: string }[]>`select bytes from begun_uploads where blob_key = ${key}`;
  return Number(row?.bytes);
};

describe("what one citizen may begin in a day", () => {
  it("ends at the limit, also when two begin at the same moment", async () => {
    const { ctx, caseId, next } = await sender();
    const [first, second, third] = [await next(), await next(), await next()];
    await start(ctx, caseId, first);
    await leaveOnly(second.bodyLength, first);

    const { blobs, reached, goOn } = holdStore(ctx.blobs, "begin");
    const one = outcome(start({ ...ctx, blobs }, caseId, second));
    await reached;
    const other = outcome(start(ctx, caseId, third));
    await untilOverOrWaiting(portal, other);
    goOn();
    expect(await one).toBe("accepted");
    expect(await other).toBe("upload.quota-exceeded");

    // Going on takes nothing more, somebody else has a day of their own, and tomorrow is another day.
    expect(await outcome(start(ctx, caseId, second))).toBe("accepted");
    const neighbour = await sender();
    expect(await outcome(start(neighbour.ctx, neighbour.caseId, await neighbour.next()))).toBe("accepted");
    const tomorrow = { ...ctx, now: () => new Date(Date.now() + 86_400_001) };
    expect(await outcome(start(tomorrow, caseId, third))).toBe("accepted");
  });

  it("does not come back with the deletion of the draft for which it was used", async () => {
    const former = await sender();
    const large = await former.next();
    await upload(former.ctx, former.caseId, large);
    await leaveOnly(large.bodyLength, large);
    await discardDraft(former.ctx, former);

    const { ctx, caseId, next } = await sender(former.citizen);
    expect(await outcome(start(ctx, caseId, await next()))).toBe("accepted");
    expect(await outcome(start(ctx, caseId, await next()))).toBe("upload.quota-exceeded");
  });

  it("is used once more by an upload that begins anew, and not by one that goes on", async () => {
    const { ctx, caseId, next } = await sender();
    const [first, again] = [await next(), await next()];
    for (const file of [first, again]) await start(ctx, caseId, file);
    await sendPart(ctx, again, 0);
    await abandonUpload(ctx, again);
    await leaveOnly(2 * again.bodyLength, first);
    expect(await outcome(start(ctx, caseId, again))).toBe("accepted");

    for (const _ of [1, 2]) expect(await outcome(start(ctx, caseId, again))).toBe("accepted");
    await sendPart(ctx, again, 0);
    await abandonUpload(ctx, again);
    expect(await outcome(start(ctx, caseId, again))).toBe("upload.quota-exceeded");
  });

  it("is used by what was given up only as far as it had arrived, however often it is given up", async () => {
    const { ctx, caseId, next } = await sender();
    const [unsent, sent, finished] = [await next(), await next(), await next()];
    for (const file of [unsent, sent]) await start(ctx, caseId, file);
    await sendPart(ctx, sent, 0);
    await upload(ctx, caseId, finished);
    for (const file of [unsent, sent, sent, finished]) await abandonUpload(ctx, file);
    expect(await countedFor(unsent)).toBe(0);
    expect(await countedFor(sent)).toBe(sent.bodyLength);
    expect(await countedFor(finished)).toBe(finished.bodyLength);
  });

  it("is used by a discarded draft as far as its uploads had arrived", async () => {
    const former = await sender();
    const [unsent, sent, givenUp] = [await former.next(), await former.next(), await former.next()];
    for (const file of [unsent, sent, givenUp]) await start(former.ctx, former.caseId, file);
    for (const file of [sent, givenUp]) await sendPart(former.ctx, file, 0);
    await abandonUpload(former.ctx, givenUp);
    await discardDraft(former.ctx, former);
    const rows = await portal.sql<{ bytes: string }[]>`
      select bytes from begun_uploads where citizen_id = ${former.ctx.actor.citizenId} order by bytes`;
    expect(rows.map(({ bytes }) => Number(bytes))).toEqual([0, sent.bodyLength, givenUp.bodyLength]);
  });

  it("is forgotten after two days, and not before", async () => {
    const { ctx, caseId, next } = await sender();
    const [young, old] = [await next(), await next()];
    for (const file of [young, old]) await start(ctx, caseId, file);
    const age = async (file: SealedFile, by: string) =>
      portal.sql`update begun_uploads set created_at = now() - ${by}::interval
        where blob_key = ${await blobKeyOf(portal, file.documentId)}`;
    await age(old, "2 days 1 minute");
    await age(young, "1 day 23 hours");
    expect(await sweepBegunUploads(portal.workerDeps.db)).toBe(1);
    expect(await countedFor(young)).toBe(young.bodyLength);
    expect(await countedFor(old)).toBeNaN();
  });
});

import { afterAll, describe, expect, it } from "vitest";
import { jobPayloads } from "../adapters/jobs/definitions.ts";
import { claimCase } from "../cases/claim-case.ts";
import { expireDraft } from "../cases/expire-draft.ts";
import type { WorkerDeps } from "../context.ts";
import { holdStore } from "../testing/held-store.ts";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { blobKeyOf, jobsOf } from "../testing/rows.ts";
import { finish, openCase, sealFile, sendCase, sendPart, start, upload } from "../testing/sealing.ts";
import { expireUpload } from "./expire-upload.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();

async function expire(caseId: Parameters<typeof jobsOf>[1], documentId: string, deps: WorkerDeps = portal.workerDeps) {
  const jobs = (await jobsOf(portal, caseId)).filter(({ name }) => name === "expire-upload");
  const job = jobs.find(({ data }) => data["documentId"] === documentId);
  return expireUpload(deps, jobPayloads["expire-upload"].parse(job?.data));
}

describe("the end of an upload that nobody finished", () => {
  it("is planned for seven days later, and frees what has arrived", async () => {
    const { caseId, caseKey } = await sendCase(portal, citizen);
    const files = await portal.blobFiles();
    const file = await sealFile(citizen.keys.signing, caseKey);
    await start(citizen.ctx, caseId, file);
    await sendPart(citizen.ctx, file, 0);
    const job = (await jobsOf(portal, caseId)).find(({ data }) => data["documentId"] === file.documentId);
    expect(Math.round((new Date(job?.start ?? 0).getTime() - Date.now()) / 86_400_000)).toBe(7);

    expect(await expire(caseId, file.documentId)).toEqual({ expired: true });
    expect(await portal.blobFiles()).toEqual(files);
    expect(await portal.sql`select 1 from upload_parts where document_id = ${file.documentId}`).toEqual([]);
    expect(await outcome(sendPart(citizen.ctx, file, 0))).toBe("upload.incomplete");
    expect(await outcome(finish(citizen.ctx, file))).toBe("upload.incomplete");
  });

  it("works for an official's, and leaves the way open to begin anew", async () => {
    const official = await portal.official(0);
    const { caseId, caseKey } = await sendCase(portal, citizen);
    await claimCase(official.ctx, { caseId, version: 3 });
    const file = await sealFile(official.keys.signing, caseKey);
    await start(official.ctx, caseId, file);
    await sendPart(official.ctx, file, 0);
    expect(await expire(caseId, file.documentId)).toEqual({ expired: true });

    expect(await start(official.ctx, caseId, file)).toMatchObject({ stored: [] });
    await sendPart(official.ctx, file, 0);
    expect(await outcome(finish(official.ctx, file))).toBe("accepted");
  });

  it("reaches an upload that was still open when its draft was sent", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey);
    await start(citizen.ctx, caseId, file);
    await portal.sql`
      update cases set state = 'ROUTED', received_at = now(), reference = ${caseId} where id = ${caseId}`;
    expect(await expire(caseId, file.documentId)).toEqual({ expired: true });
  });

  it("waits for a finish at the same moment, and then leaves the document alone", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey);
    await start(citizen.ctx, caseId, file);
    await sendPart(citizen.ctx, file, 0);
    const { blobs, reached, goOn } = holdStore(portal.deps.blobs, "complete");
    const finishing = finish({ ...citizen.ctx, blobs }, file);
    await reached;
    const expiring = expire(caseId, file.documentId);
    await untilOverOrWaiting(portal, expiring);
    goOn();
    expect(await outcome(finishing)).toBe("accepted");
    expect(await expiring).toEqual({ expired: false });
    expect(await portal.deps.blobs.size(await blobKeyOf(portal, file.documentId))).toBe(file.bodyLength);
  });

  it("comes before a finish that is a moment later, which then says what is missing", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey);
    await start(citizen.ctx, caseId, file);
    await sendPart(citizen.ctx, file, 0);
    const { blobs, reached, goOn } = holdStore(portal.deps.blobs, "abort");
    const expiring = expire(caseId, file.documentId, { ...portal.workerDeps, blobs });
    await reached;
    const finishing = outcome(finish(citizen.ctx, file));
    await untilOverOrWaiting(portal, finishing);
    goOn();
    expect(await expiring).toEqual({ expired: true });
    expect(await finishing).toBe("upload.incomplete");
    expect(await start(citizen.ctx, caseId, file)).toMatchObject({ stored: [] });
    await sendPart(citizen.ctx, file, 0);
    expect(await outcome(finish(citizen.ctx, file))).toBe("accepted");
  });

  it("does not come for a document that is stored, nor after its draft has ended, nor twice", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const [stored, open] = [
      await sealFile(citizen.keys.signing, caseKey),
      await sealFile(citizen.keys.signing, caseKey),
    ];
    await upload(citizen.ctx, caseId, stored);
    await start(citizen.ctx, caseId, open);
    await expire(caseId, open.documentId);
    const before = await portal.imprint();
    for (const { documentId } of [stored, open]) expect(await expire(caseId, documentId)).toEqual({ expired: false });
    expect(await portal.imprint()).toEqual(before);

    const { citizenId } = citizen.ctx.actor;
    await expireDraft(portal.workerDeps, { caseId, citizenId, correlationId: "test" });
    expect(await expire(caseId, stored.documentId)).toEqual({ expired: false });
  });
});

import { afterAll, describe, expect, it } from "vitest";
import type { JobPayload } from "../adapters/jobs/definitions.ts";
import { jobPayloads } from "../adapters/jobs/definitions.ts";
import { claimCase } from "../cases/claim-case.ts";
import { openPortal } from "../testing/portal.ts";
import { auditOf, blobKeyOf, jobsOf } from "../testing/rows.ts";
import { chunksOf, sealFile, sendCase, upload } from "../testing/sealing.ts";
import { verifyDocument } from "./verify-document.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();

/** The job as it lies in the queue. */
async function jobFor(
  caseId: Parameters<typeof jobsOf>[1],
  sender = "citizen",
): Promise<JobPayload<"verify-document">> {
  const jobs = (await jobsOf(portal, caseId)).filter(({ name }) => name === "verify-document");
  return jobPayloads["verify-document"].parse(jobs.find(({ data }) => data["sender"] === sender)?.data);
}

async function sent() {
  const made = await sendCase(portal, citizen);
  const key = await blobKeyOf(portal, made.document.documentId);
  return { ...made, job: await jobFor(made.caseId), key };
}

/** Changes what lies in the store behind everybody's back. */
async function tamper(key: string, change: (bytes: Buffer) => Uint8Array) {
  const { blobs } = portal.deps;
  const bytes = change(Buffer.concat(await Array.fromAsync(await blobs.read(key))));
  await blobs.remove(key);
  const write = { key, writeId: await blobs.begin(key) };
  const tag = await blobs.writePart(write, 0, chunksOf(bytes), bytes.length);
  await blobs.complete(write, [{ part: 0, tag }]);
}

async function verifiedAt(documentId: string) {
  const [row] = await portal.sql<{ at: string | null }[]>`
    select verified_at as at from documents where id = ${documentId}`;
  return row?.at;
}

const verdicts = async (caseId: Parameters<typeof auditOf>[1]) =>
  (await auditOf(portal, caseId)).filter(({ type }) => /verified|damaged/.test(type));

describe("reading a stored document back", () => {
  it("marks it when every byte is as it was sealed, and runs again without harm", async () => {
    const { caseId, job } = await sent();
    expect(await verifyDocument(portal.workerDeps, job)).toEqual({ intact: true });
    const first = await verifiedAt(job.documentId);
    expect(first).toBeTruthy();
    expect(await verifyDocument(portal.workerDeps, job)).toEqual({ intact: true });
    expect(await verifiedAt(job.documentId)).toBe(first);
    expect(new Set((await verdicts(caseId)).map(({ type, actor }) => `${actor} ${type}`))).toEqual(
      new Set(["system document.verified"]),
    );
  });

  it("works for what an official has sent", async () => {
    const official = await portal.official(0);
    const { caseId, caseKey } = await sendCase(portal, citizen);
    await claimCase(official.ctx, { caseId, version: 3 });
    await upload(official.ctx, caseId, await sealFile(official.keys.signing, caseKey));
    const job = await jobFor(caseId, "official");
    expect(await verifyDocument(portal.workerDeps, job)).toEqual({ intact: true });
    expect(await verifiedAt(job.documentId)).toBeTruthy();
  });

  it("reports a flipped bit, in the body and in the framing", async () => {
    for (const place of [0, 700]) {
      const { caseId, job, key } = await sent();
      await tamper(key, (bytes) => bytes.with(place, (bytes[place] ?? 0) ^ 1));
      expect(await verifyDocument(portal.workerDeps, job)).toEqual({ intact: false });
      expect(await verifiedAt(job.documentId)).toBe(null);
      expect(await verdicts(caseId)).toEqual([{ type: "document.damaged", actor: "system", payload: {} }]);
    }
  });

  it("reports one that is cut short, and one that has grown", async () => {
    for (const change of [(bytes: Buffer) => bytes.subarray(0, -1), (bytes: Buffer) => Buffer.concat([bytes, bytes])]) {
      const { job, key } = await sent();
      await tamper(key, change);
      expect(await verifyDocument(portal.workerDeps, job)).toEqual({ intact: false });
      expect(await verifiedAt(job.documentId)).toBe(null);
    }
  });

  it("reports one that is gone", async () => {
    const { caseId, job, key } = await sent();
    await portal.deps.blobs.remove(key);
    expect(await verifyDocument(portal.workerDeps, job)).toEqual({ intact: false });
    expect(await verdicts(caseId)).toEqual([{ type: "document.damaged", actor: "system", payload: {} }]);
  });
});

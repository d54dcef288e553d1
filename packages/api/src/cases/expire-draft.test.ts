import type { CaseId } from "@dvd/domain/ids";
import { afterAll, describe, expect, it } from "vitest";
import { jobPayloads } from "../adapters/jobs/definitions.ts";
import { openPortal } from "../testing/portal.ts";
import { auditOf, jobsOf, stateOf } from "../testing/rows.ts";
import { openCase, sealFile, sendCase, sendPart, start, upload } from "../testing/sealing.ts";
import { expireDraft } from "./expire-draft.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();

async function expire(caseId: CaseId) {
  const job = (await jobsOf(portal, caseId)).find(({ name }) => name === "expire-draft");
  return expireDraft(portal.workerDeps, jobPayloads["expire-draft"].parse(job?.data));
}

describe("the end of a draft", () => {
  it("removes its rows, its documents and what is still on its way; the record stays", async () => {
    const kept = await sendCase(portal, citizen);
    const files = await portal.blobFiles();
    const { caseId, caseKey } = await openCase(portal, citizen);
    const [stored, pending] = [
      await sealFile(citizen.keys.signing, caseKey),
      await sealFile(citizen.keys.signing, caseKey),
    ];
    await upload(citizen.ctx, caseId, stored);
    await start(citizen.ctx, caseId, pending);
    await sendPart(citizen.ctx, pending, 0);

    expect(await expire(caseId)).toEqual({ documents: 2 });
    expect(await stateOf(portal, caseId)).toBe(undefined);
    for (const table of ["documents", "case_grants", "threads"])
      expect(await portal.sql`select 1 from ${portal.sql(table)} where case_id = ${caseId}`, table).toEqual([]);
    expect(await portal.sql`select 1 from upload_parts where document_id = ${pending.documentId}`).toEqual([]);
    expect(await portal.blobFiles()).toEqual(files);
    expect((await auditOf(portal, caseId)).at(-1)).toEqual({
      type: "case.expired",
      actor: "system",
      payload: { documents: 2 },
    });
    expect(await stateOf(portal, kept.caseId)).toEqual({ state: "ROUTED", version: 3 });
  });

  it("removes the finished object of an upload whose row a crash has left open", async () => {
    const files = await portal.blobFiles();
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey);
    await upload(citizen.ctx, caseId, file);
    await portal.sql`
      update documents set state = 'PENDING', seal = null, stored_at = null where id = ${file.documentId}`;
    await expire(caseId);
    expect(await portal.blobFiles()).toEqual(files);
  });

  it("comes once: again there is nothing to do", async () => {
    const { caseId } = await openCase(portal, citizen);
    await expire(caseId);
    const before = await portal.imprint();
    expect(await expire(caseId)).toEqual({ documents: 0 });
    expect(await portal.imprint()).toEqual(before);
  });

  it("does not come for a case that was sent", async () => {
    const { caseId } = await sendCase(portal, citizen);
    const before = await portal.imprint();
    expect(await expire(caseId)).toEqual({ documents: 0 });
    expect(await portal.imprint()).toEqual(before);
  });
});

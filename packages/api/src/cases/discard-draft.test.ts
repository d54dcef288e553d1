import { limits } from "@dvd/domain/document/limits";
import { afterAll, describe, expect, it } from "vitest";
import { abandonUpload } from "../documents/abandon-upload.ts";
import { holdStore } from "../testing/held-store.ts";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { auditOf, stateOf } from "../testing/rows.ts";
import { anId, openCase, sealFile, sendCase, sendPart, start, upload } from "../testing/sealing.ts";
import { discardDraft } from "./discard-draft.ts";

const portal = await openPortal();
afterAll(() => portal.close());

describe("a draft that its citizen has given up", () => {
  it("goes at once with its keys, its documents and what is still on its way; the record stays", async () => {
    const citizen = await portal.citizen();
    const files = await portal.blobFiles();
    const { caseId, caseKey } = await openCase(portal, citizen);
    const [stored, pending] = [
      await sealFile(citizen.keys.signing, caseKey),
      await sealFile(citizen.keys.signing, caseKey),
    ];
    await upload(citizen.ctx, caseId, stored);
    await start(citizen.ctx, caseId, pending);
    await sendPart(citizen.ctx, pending, 0);

    expect(await discardDraft(citizen.ctx, { caseId })).toEqual({ caseId, documents: 2 });
    expect(await stateOf(portal, caseId)).toBe(undefined);
    for (const table of ["documents", "case_grants", "threads"])
      expect(await portal.sql`select 1 from ${portal.sql(table)} where case_id = ${caseId}`, table).toEqual([]);
    expect(await portal.blobFiles()).toEqual(files);
    expect((await auditOf(portal, caseId)).at(-1)).toEqual({
      type: "case.discarded",
      actor: "citizen",
      payload: { documents: 2 },
    });
    expect(await outcome(discardDraft(citizen.ctx, { caseId }))).toBe("case.not-found");
  });

  it("takes an upload with it that begins at the same moment, bytes and all", async () => {
    const citizen = await portal.citizen();
    const files = await portal.blobFiles();
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(citizen.keys.signing, caseKey);
    const { blobs, reached, goOn } = holdStore(portal.deps.blobs, "begin");
    const starting = start({ ...citizen.ctx, blobs }, caseId, file);
    await reached;
    const discarding = discardDraft(citizen.ctx, { caseId });
    await untilOverOrWaiting(portal, discarding);
    goOn();
    expect(await outcome(starting)).toBe("accepted");
    expect(await discarding).toEqual({ caseId, documents: 1 });
    expect(await portal.blobFiles()).toEqual(files);
  });

  it("is not there any more for an upload that comes a moment later", async () => {
    const citizen = await portal.citizen();
    const { caseId, caseKey } = await openCase(portal, citizen);
    const [file, begun] = [
      await sealFile(citizen.keys.signing, caseKey),
      await sealFile(citizen.keys.signing, caseKey),
    ];
    await start(citizen.ctx, caseId, begun);
    await abandonUpload(citizen.ctx, begun);
    const starting = await portal.sql.begin(async (sql) => {
      await sql`delete from cases where id = ${caseId}`;
      const calls = [file, begun].map((one) => outcome(start(citizen.ctx, caseId, one)));
      await untilOverOrWaiting(portal, Promise.all(calls));
      return { calls };
    });
    expect(await Promise.all(starting.calls)).toEqual(["case.not-found", "case.not-found"]);
  });

  it("makes room for another one", async () => {
    const citizen = await portal.citizen();
    const drafts = [];
    for (let count = 0; count < limits.openDraftsPerCitizen; count += 1) drafts.push(await openCase(portal, citizen));
    expect(await outcome(openCase(portal, citizen))).toBe("case.too-many-drafts");
    await discardDraft(citizen.ctx, { caseId: drafts[0]?.caseId ?? anId() });
    expect(await outcome(openCase(portal, citizen))).toBe("accepted");
  });

  it("is no case that an authority has, and nobody else's", async () => {
    const [citizen, stranger] = [await portal.citizen(), await portal.citizen()];
    const sent = await sendCase(portal, citizen);
    const { caseId } = await openCase(portal, citizen);
    const before = await portal.imprint();
    expect(await outcome(discardDraft(citizen.ctx, { caseId: sent.caseId }))).toBe("case.wrong-state");
    expect(await outcome(discardDraft(stranger.ctx, { caseId }))).toBe("case.not-found");
    expect(await portal.imprint()).toEqual(before);
  });
});

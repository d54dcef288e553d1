import { limits } from "@dvd/domain/document/limits";
import { afterAll, describe, expect, it } from "vitest";
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

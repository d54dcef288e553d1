import { caseKeyObject, type KemKey, openGrant, openUnitSeed, toHex } from "@dvd/crypto";
import { afterAll, describe, expect, it } from "vitest";
import { listUnits } from "../accounts/list-units.ts";
import { releaseDocument } from "../documents/release-document.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { auditOf, auditTypesOf } from "../testing/rows.ts";
import { anId, openCase, sealFile, sendCase, start, upload } from "../testing/sealing.ts";
import { decodeBase64, encodeBase64 } from "../wire.ts";
import { getCase } from "./get-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const [official, nextDoor, foreigner] = [await portal.official(0), await portal.official(2), await portal.official(3)];

describe("opening a case", () => {
  it("gives an official what they need to read it, down to the case key", async () => {
    const { caseId, caseKey, document, answer } = await sendCase(portal, citizen);
    const seen = await getCase(official.ctx, { caseId });
    expect(seen).toMatchObject({
      summary: { caseId, reference: answer.reference, state: "ROUTED", version: 3, assignedTo: "nobody", messages: 1 },
      scopeId: encodeBase64(caseKey.scopeId),
      generation: 1,
      citizenSigningKey: encodeBase64(citizen.keys.signing.spki),
      documents: [
        { documentId: document.documentId, sender: "citizen", seal: encodeBase64(document.seal), verifiedAt: null },
      ],
      receipt: answer.receipt,
    });

    const [unit] = (await listUnits(official.ctx)).units;
    const [seed] = unit?.seeds ?? [];
    if (!unit || !seed) throw new Error("the official has no unit key");
    const { keyId, spki } = official.keys.signing;
    const { kem } = await openUnitSeed({
      env: decodeBase64(seed.grant),
      unitId: unit.unitId,
      epoch: seed.epoch,
      recipient: official.keys.kem,
      grantors: (id) => (id === toHex(keyId) ? spki : undefined),
    });
    expect(await openedBy(kem, "unit", seen)).toEqual(caseKey.secret);
  });

  it("gives the citizen their own grant and not the unit's", async () => {
    const { caseId, caseKey } = await sendCase(portal, citizen);
    const seen = await getCase(citizen.ctx, { caseId });
    expect(seen.grants.map(({ recipientKeyId }) => recipientKeyId)).toEqual([encodeBase64(citizen.keys.kem.keyId)]);
    expect(await openedBy(citizen.keys.kem, "citizen", seen)).toEqual(caseKey.secret);
  });

  it("by an official is recorded, each time; by its citizen it is not", async () => {
    const { caseId } = await sendCase(portal, citizen);
    await getCase(citizen.ctx, { caseId });
    expect(await auditTypesOf(portal, caseId)).not.toContain("case.opened");
    await getCase(official.ctx, { caseId });
    await getCase(official.ctx, { caseId });
    const looks = (await auditOf(portal, caseId)).filter(({ type }) => type === "case.opened");
    expect(looks).toEqual(Array.from({ length: 2 }, () => ({ type: "case.opened", actor: "official", payload: {} })));
  });

  it("is impossible when the look cannot be recorded: no entry, no key, no document", async () => {
    const { caseId, document } = await sendCase(portal, citizen);
    await portal.sql`revoke insert on audit_intake from dvd_app`;
    try {
      await expect(getCase(official.ctx, { caseId })).rejects.toThrow("audit_intake");
      await expect(releaseDocument(official.ctx, document)).rejects.toThrow("audit_intake");
    } finally {
      await portal.sql`grant insert on audit_intake to dvd_app`;
    }
    expect(await outcome(getCase(official.ctx, { caseId }))).toBe("accepted");
  });

  it("is refused to other units, other authorities and other citizens as if it did not exist", async () => {
    const { caseId, document } = await sendCase(portal, citizen);
    for (const { ctx } of [nextDoor, foreigner, await portal.citizen()]) {
      expect(await outcome(getCase(ctx, { caseId }))).toBe("case.not-found");
      expect(await outcome(getCase(ctx, { caseId: anId() }))).toBe("case.not-found");
      expect(await outcome(releaseDocument(ctx, document))).toBe("document.not-found");
      expect(await outcome(releaseDocument(ctx, { documentId: anId() }))).toBe("document.not-found");
    }
    expect((await auditTypesOf(portal, caseId)).filter((type) => /opened|released/.test(type))).toEqual([]);
  });

  it("shows no document that is still on its way", async () => {
    const { caseId, caseKey, document } = await sendCase(portal, citizen);
    await start(citizen.ctx, caseId, await sealFile(citizen.keys.signing, caseKey));
    for (const { ctx } of [citizen, official])
      expect((await getCase(ctx, { caseId })).documents).toMatchObject([{ documentId: document.documentId }]);
  });
});

describe("a draft", async () => {
  const { caseId, caseKey } = await openCase(portal, citizen);
  const document = await sealFile(citizen.keys.signing, caseKey);
  await upload(citizen.ctx, caseId, document);

  it("with everything in it does not exist for the authority", async () => {
    expect(await outcome(getCase(official.ctx, { caseId }))).toBe("case.not-found");
    expect(await outcome(releaseDocument(official.ctx, document))).toBe("document.not-found");
  });

  it("is not yet a case that its citizen could open", async () => {
    expect(await outcome(getCase(citizen.ctx, { caseId }))).toBe("case.wrong-state");
  });
});

type Seen = Awaited<ReturnType<typeof getCase>>;

async function openedBy(recipient: KemKey, role: "citizen" | "unit", { scopeId, generation, grants }: Seen) {
  const { keyId, spki } = citizen.keys.signing;
  return openGrant({
    env: decodeBase64(grants[0]?.envelope ?? ""),
    recipient,
    expect: { ...(await caseKeyObject(decodeBase64(scopeId), generation)), role },
    grantors: (id) => (id === toHex(keyId) ? spki : undefined),
  });
}

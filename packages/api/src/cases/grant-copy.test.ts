import { caseKeyObject, openGrant, toBase64Url, toHex } from "@dvd/crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { objectToRenewal } from "../accounts/object-to-renewal.ts";
import { attest, object, renew } from "../testing/copies.ts";
import { type Citizen, type Official, openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { auditOf, changesOf } from "../testing/rows.ts";
import { anId, forged, grantCaseKey, sendCase } from "../testing/sealing.ts";
import { decodeBase64, encodeBase64 } from "../wire.ts";
import { getCase } from "./get-case.ts";
import { grantCopy } from "./grant-copy.ts";
import { listInbox } from "./list-cases.ts";
import { refuseCopy } from "./refuse-copy.ts";

const portal = await openPortal();
afterAll(() => portal.close());

let citizen: Citizen;
let official: Official;
let renewal: Awaited<ReturnType<typeof renew>>;
let sent: Awaited<ReturnType<typeof sendCase>> & { unitId: string };
beforeEach(async () => {
  [citizen, official] = [await portal.citizen(), await portal.official(0)];
  const made = await sendCase(portal, citizen);
  sent = { ...made, unitId: (await getCase(official.ctx, made)).summary.unitId };
  renewal = await renew(citizen);
});

const granted = (change = {}, by = official) => attest(sent, citizen, renewal, by, change);

describe("granting a copy", () => {
  it("stores the case key for the new key with the word of who looked, and tells both sides", async () => {
    const input = await granted({ checked: "letter-with-code" });
    await grantCopy(official.ctx, input);
    const { grants, copies } = await getCase(citizen.ctx, sent);
    const { kem } = renewal.renewed.keys;
    const sealed = grants.find(({ recipientKeyId }) => recipientKeyId === encodeBase64(kem.keyId));
    const secret = await openGrant({
      env: decodeBase64(sealed?.envelope ?? ""),
      recipient: kem,
      expect: { ...(await caseKeyObject(sent.caseKey.scopeId, 1)), role: "citizen" },
      grantors: (id) => (id === toHex(official.keys.signing.keyId) ? official.keys.signing.spki : undefined),
    });
    expect(secret).toEqual(sent.caseKey.secret);
    expect(copies.request?.state).toBe("GRANTED");
    expect(copies.attestations).toEqual([
      { payload: encodeBase64(input.attestation.payload), signature: encodeBase64(input.attestation.signature) },
    ]);
    expect((await changesOf(portal, sent.caseId)).slice(-2)).toEqual(["unit copy.granted", "citizen copy.granted"]);
    const audit = await auditOf(portal, sent.caseId);
    expect(audit.filter(({ type }) => type === "copy.granted")).toMatchObject([
      { actor: "official", payload: { checked: "letter-with-code" } },
    ]);
  });

  it("is open to a colleague of the unit, and does not exist for any other unit", async () => {
    for (const place of [2, 3]) {
      const stranger = await portal.official(place);
      expect(await outcome(grantCopy(stranger.ctx, await granted({}, stranger)))).toBe("case.not-found");
    }
    const colleague = await portal.official(1);
    expect(await outcome(grantCopy(colleague.ctx, await granted({}, colleague)))).toBe("accepted");
  });

  it("is refused for a grant that is for another key, for another case or by somebody else", async () => {
    const input = await granted();
    const { signing } = official.keys;
    const other = await portal.official(1);
    const wrong = [
      [await grantCaseKey(sent.caseKey, signing, "citizen", citizen.keys.kem.publicKey), "keys.not-the-receiver"],
      [await grantCaseKey(sent.caseKey, signing, "unit", renewal.renewed.keys.kem.publicKey), "keys.not-the-receiver"],
      [
        await grantCaseKey(
          { ...sent.caseKey, scopeId: sent.caseKey.scopeId.with(0, 0) },
          signing,
          "citizen",
          renewal.renewed.keys.kem.publicKey,
        ),
        "keys.grant-invalid",
      ],
      [(await granted({}, other)).grant, "keys.grant-invalid"],
      [forged(input.grant), "keys.grant-invalid"],
    ] as const;
    const before = await portal.imprint();
    for (const [grant, code] of wrong) expect(await outcome(grantCopy(official.ctx, { ...input, grant }))).toBe(code);
    expect(await portal.imprint()).toEqual(before);
  });

  it("is refused with an attestation about anything else, or not by the one who is logged in", async () => {
    const input = await granted();
    const other = await portal.official(1);
    const words = [
      (await granted({}, other)).attestation,
      (await granted({ case_id: anId() })).attestation,
      (await granted({ account: anId() })).attestation,
      (await granted({ unit_id: anId() })).attestation,
      (await granted({ new_key: toBase64Url(citizen.keys.signing.spki) })).attestation,
      (await granted({ new_kem_key_id: toHex(citizen.keys.kem.keyId) })).attestation,
      { ...input.attestation, signature: forged(input.attestation.signature) },
    ];
    const before = await portal.imprint();
    for (const attestation of words)
      expect(await outcome(grantCopy(official.ctx, { ...input, attestation }))).toBe("copy.attestation-invalid");
    expect(await portal.imprint()).toEqual(before);
  });

  it("happens once, and not after a refusal or an objection", async () => {
    const input = await granted();
    await grantCopy(official.ctx, input);
    expect(await outcome(grantCopy(official.ctx, input))).toBe("copy.not-open");
    await objectToRenewal(citizen.ctx, await object(citizen, renewal.renewed));
    expect(await outcome(grantCopy(official.ctx, input))).toBe("copy.not-open");
  });
});

describe("refusing a copy", () => {
  it("leaves the reason, and no key", async () => {
    await refuseCopy(official.ctx, { ...sent, renewalId: renewal.renewalId, reason: "digits-differ" });
    const { grants, copies } = await getCase(citizen.ctx, sent);
    expect(copies.request).toMatchObject({ state: "REFUSED", reason: "digits-differ" });
    expect(grants).toHaveLength(1);
    expect(await outcome(grantCopy(official.ctx, await granted()))).toBe("copy.not-open");
  });
});

describe("the inbox", () => {
  it("marks a case for which copies were asked for, until somebody has decided", async () => {
    const lineOf = async () =>
      (await listInbox(official.ctx, { limit: 100 })).cases.find(({ caseId }) => caseId === sent.caseId);
    expect(await lineOf()).toMatchObject({ copy: "OPEN", may: { grantCopy: true } });
    await grantCopy(official.ctx, await granted());
    expect(await lineOf()).toMatchObject({ copy: "GRANTED", may: { grantCopy: false } });
  });
});

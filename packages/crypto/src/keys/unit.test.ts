import { beforeAll, describe, expect, it } from "vitest";
import { toHex, type Bytes } from "../bytes.ts";
import { openGrant } from "../envelope/accept.ts";
import { sealGrant } from "../envelope/grant.ts";
import { caseKeyObject } from "../envelope/objects.ts";
import { now, otherAccountId, outcome, unitId } from "../testing/fixtures.ts";
import { generateCaseKey } from "./case-key.ts";
import { generateKemSeed, kemKeyFromSeed, type KemKey } from "./kem.ts";
import { generateSigningKey, type SigningKey } from "./signing.ts";
import { createUnitEpoch, grantUnitSeed, openUnitSeed, sealBackLink, type UnitEpoch } from "./unit.ts";

let first: UnitEpoch;
let second: UnitEpoch;
let leaver: KemKey;
let newcomer: KemKey;
let lead: SigningKey;
let backLink: Bytes;

beforeAll(async () => {
  first = await createUnitEpoch(unitId, 1);
  second = await createUnitEpoch(unitId, 2);
  leaver = await kemKeyFromSeed(generateKemSeed());
  newcomer = await kemKeyFromSeed(generateKemSeed());
  lead = (await generateSigningKey()).key;
  backLink = await sealBackLink(first, second, { grantor: lead, now });
});

const grantors = (keyId: string) => (keyId === toHex(lead.keyId) ? lead.spki : undefined);
const granted = (unit: UnitEpoch, member: KemKey) =>
  grantUnitSeed(unit, { role: "official", publicKey: member.publicKey }, { grantor: lead, now });

describe("a unit's epochs", () => {
  it("are opened by the members they were sealed for", async () => {
    const opened = await openUnitSeed({
      env: await granted(first, leaver),
      unitId,
      epoch: 1,
      recipient: leaver,
      grantors,
    });
    expect(opened).toEqual(first);
  });

  it("lead the newest member back to the first case through the back link", async () => {
    const current = await openUnitSeed({
      env: await granted(second, newcomer),
      unitId,
      epoch: 2,
      recipient: newcomer,
      grantors,
    });
    const old = await openUnitSeed({ env: backLink, unitId, epoch: 1, recipient: current.kem, grantors });
    const caseKey = generateCaseKey();
    const object = await caseKeyObject(caseKey.scopeId, 1);
    const recipientKey = first.kem.publicKey;
    const env = await sealGrant({ ...object, role: "unit", recipientKey, secret: caseKey.secret, grantor: lead, now });
    expect(await openGrant({ env, recipient: old.kem, expect: object, grantors })).toEqual(caseKey.secret);
  });

  it("do not lead a leaver forward: nothing of the new epoch is sealed to the old one", async () => {
    const open = (recipient: KemKey, env: Bytes, epoch: number) =>
      outcome(() => openUnitSeed({ env, unitId, epoch, recipient, grantors }));
    expect(await open(first.kem, backLink, 2)).toBe("E_CONTEXT");
    expect(await open(leaver, await granted(second, newcomer), 2)).toBe("E_CONTEXT");
  });

  it("are refused as another epoch, for another unit, or from a stranger", async () => {
    const env = await granted(first, leaver);
    const open = (change: object) =>
      outcome(() => openUnitSeed({ env, unitId, epoch: 1, recipient: leaver, grantors, ...change }));
    expect(await open({})).toBe("accepted");
    expect(await open({ epoch: 2 })).toBe("E_CONTEXT");
    expect(await open({ unitId: otherAccountId })).toBe("E_CONTEXT");
    expect(await open({ grantors: () => undefined })).toBe("E_SENDER");
  });

  it("are linked backwards, over any number of epochs, and within one unit only", async () => {
    const third = await createUnitEpoch(unitId, 3);
    const foreign = await createUnitEpoch(otherAccountId, 2);
    const link = (a: UnitEpoch, b: UnitEpoch) => outcome(() => sealBackLink(a, b, { grantor: lead, now }));
    expect(await link(second, third)).toBe("accepted");
    expect(await link(first, third)).toBe("accepted");
    expect(await link(second, second)).toBe("E_CONTEXT");
    expect(await link(second, first)).toBe("E_CONTEXT");
    expect(await link(first, foreign)).toBe("E_CONTEXT");
  });
});

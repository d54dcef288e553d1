import * as hybrid from "@noble/post-quantum/hybrid.js";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { concat, equalBytes, u64, utf8, type Bytes } from "../bytes.ts";
import { generateCaseKey } from "../keys/case-key.ts";
import { generateKemSeed, kemKeyFromSeed, type KemKey } from "../keys/kem.ts";
import { generateSigningKey, sign, type SigningKey } from "../keys/signing.ts";
import { accountId, flipBit, now, numbered, outcome, unitId, withByte } from "../testing/fixtures.ts";
import { openGrant } from "./accept.ts";
import { inspectGrant, sealGrant, verifyGrant } from "./grant.ts";
import { caseKeyObject, containerKeyObject, unitSeedObject, vaultKeyObject, type ObjectName } from "./objects.ts";

vi.mock("@noble/post-quantum/hybrid.js", async (load) => {
  const original = await load<typeof hybrid>();
  const { ml_kem1024_p384: kem } = original;
  return { ...original, ml_kem1024_p384: { ...kem, decapsulate: vi.fn(kem.decapsulate) } };
});

const caseKey = generateCaseKey();
let object: ObjectName;
let recipient: KemKey;
let grantor: SigningKey;
let env: Bytes;

beforeAll(async () => {
  object = await caseKeyObject(caseKey.scopeId, 1);
  recipient = await kemKeyFromSeed(generateKemSeed());
  grantor = (await generateSigningKey()).key;
  env = await sealGrant({
    ...object,
    role: "unit",
    recipientKey: recipient.publicKey,
    secret: caseKey.secret,
    grantor,
    now,
  });
});

const decapsulations = () => vi.mocked(hybrid.ml_kem1024_p384.decapsulate).mock.calls.length;
beforeEach(() => {
  vi.mocked(hybrid.ml_kem1024_p384.decapsulate).mockClear();
});

const open = (change: Partial<Parameters<typeof openGrant>[0]> = {}) =>
  openGrant({ env, recipient, expect: { ...object, role: "unit" }, grantors: () => grantor.spki, ...change });

const resigned = async (changed: Bytes): Promise<Bytes> => {
  const fields = changed.slice(0, 1825);
  return concat(fields, await sign(grantor, concat(utf8("PSE1 grant v1\0"), fields)));
};

describe("a grant", () => {
  it("carries the secret to its recipient, after one private key operation", async () => {
    expect(env.length).toBe(1921);
    expect(equalBytes(await open(), caseKey.secret)).toBe(true);
    expect(decapsulations()).toBe(1);
  });

  it("shows who granted what to whom and when, and nothing of the secret", async () => {
    const fields = { ...object, suite: 1, role: "unit", recipientKeyId: recipient.keyId, grantorKeyId: grantor.keyId };
    expect(inspectGrant(env)).toEqual({ ...fields, created: now });
    expect(await verifyGrant(env, grantor.spki)).toEqual({ ...fields, created: now });
    expect(Buffer.from(env).includes(Buffer.from(caseKey.secret))).toBe(false);
  });

  it("is different every time, so that two equal secrets cannot be recognised", async () => {
    const again = await sealGrant({
      ...inspectGrant(env),
      recipientKey: recipient.publicKey,
      secret: caseKey.secret,
      grantor,
      now,
    });
    expect(equalBytes(again.slice(112), env.slice(112))).toBe(false);
  });

  it("is refused for a bit in every byte, before the private key is used", async () => {
    for (let at = 0; at < env.length; at++) {
      const changed = flipBit(env, 8 * at + (at % 8));
      expect(await outcome(() => open({ env: changed })), `byte ${at}`).not.toBe("accepted");
    }
    expect(decapsulations()).toBe(0);
  });

  it.each([
    ["one byte short", (e: Bytes) => e.slice(0, -1), "E_ENV_LENGTH"],
    ["one byte long", (e: Bytes) => concat(e, Uint8Array.of(0)), "E_ENV_LENGTH"],
    ["of another format", (e: Bytes) => withByte(e, 3, () => 0x32), "E_MAGIC"],
    ["of another suite", (e: Bytes) => withByte(e, 4, () => 2), "E_SUITE"],
    ["for an unknown role", (e: Bytes) => withByte(e, 5, () => 7), "E_TYPE"],
    ["for role 0", (e: Bytes) => withByte(e, 5, () => 0), "E_TYPE"],
    ["of an unknown object", (e: Bytes) => withByte(e, 6, () => 5), "E_TYPE"],
    ["with a set reserved byte", (e: Bytes) => withByte(e, 7, () => 1), "E_RESERVED"],
    [
      "from a year that no calendar has",
      (e: Bytes) => concat(e.slice(0, 104), u64(2n ** 63n), e.slice(112)),
      "E_LIMIT",
    ],
    ["as a deputy's instead of the unit's", (e: Bytes) => withByte(e, 5, () => 3), "E_CONTEXT"],
    ["of another kind of secret", (e: Bytes) => withByte(e, 6, () => 3), "E_CONTEXT"],
    ["of another case", (e: Bytes) => withByte(e, 8, (b) => b ^ 1), "E_CONTEXT"],
    ["for another recipient", (e: Bytes) => withByte(e, 40, (b) => b ^ 1), "E_CONTEXT"],
  ])("signed as one that is %s is refused without the private key", async (_, change, code) => {
    const changed = change(env);
    const signed = changed.length === env.length ? await resigned(changed) : changed;
    expect(await outcome(() => open({ env: signed }))).toBe(code);
    expect(decapsulations()).toBe(0);
  });

  it("by a stranger is refused without the private key", async () => {
    const { key: stranger } = await generateSigningKey();
    expect(await outcome(() => open({ grantors: () => undefined }))).toBe("E_SENDER");
    expect(await outcome(() => open({ grantors: () => stranger.spki }))).toBe("E_SENDER");
    const signedByStranger = concat(
      env.slice(0, 1825),
      await sign(stranger, concat(utf8("PSE1 grant v1\0"), env.slice(0, 1825))),
    );
    expect(await outcome(() => open({ env: signedByStranger }))).toBe("E_ENV_GRANT");
    expect(await outcome(() => open({ env: concat(env.slice(0, 1825), new Uint8Array(96)) }))).toBe("E_ENV_GRANT");
    expect(decapsulations()).toBe(0);
  });

  it("does not open when its time, its ciphertext or its encapsulation was changed by the grantor", async () => {
    for (const at of [111, 112, 1700, 1777, 1824]) {
      const changed = await resigned(withByte(env, at, (byte) => byte ^ 1));
      expect(await outcome(() => open({ env: changed }))).toBe("E_ENV_OPEN");
    }
  });

  it("is for one object: passed on under another name it is another grantor's, and refused", async () => {
    const other = await caseKeyObject(generateCaseKey().scopeId, 1);
    expect(await outcome(() => open({ expect: other }))).toBe("E_CONTEXT");
    const nextGeneration = await caseKeyObject(caseKey.scopeId, 2);
    expect(await outcome(() => open({ expect: nextGeneration }))).toBe("E_CONTEXT");
    const stranger = await kemKeyFromSeed(generateKemSeed());
    expect(await outcome(() => open({ recipient: stranger }))).toBe("E_CONTEXT");
    expect(await outcome(() => open({ suites: new Set() }))).toBe("E_SUITE");
  });

  it("cannot be written for a key or a secret of a wrong length", async () => {
    const seal = (change: object) =>
      outcome(() =>
        sealGrant({
          ...object,
          role: "unit",
          recipientKey: recipient.publicKey,
          secret: caseKey.secret,
          grantor,
          now,
          ...change,
        }),
      );
    expect(await seal({})).toBe("accepted");
    expect(await seal({ recipientKey: recipient.publicKey.slice(1) })).toBe("E_KEY");
    expect(await seal({ secret: numbered(31) })).toBe("E_KEY");
    expect(await seal({ objectId: numbered(31) })).toBe("E_LENGTH");
    expect(await seal({ now: new Date(-1) })).toBe("E_LIMIT");
  });
});

describe("object names", () => {
  it("differ by kind even where the parts are equal", async () => {
    const same = new Uint8Array(16);
    const uuid = "00000000-0000-0000-0000-000000000000";
    const names = [
      await caseKeyObject(same, 1),
      await caseKeyObject(same, 2),
      await unitSeedObject(uuid, 1),
      await unitSeedObject(unitId, 1),
      await vaultKeyObject(uuid),
      await vaultKeyObject(accountId),
      await containerKeyObject(new Uint8Array(128), new Uint8Array(74)),
    ];
    expect(new Set(names.map(({ objectId }) => Buffer.from(objectId).toString("hex"))).size).toBe(names.length);
  });

  it("refuse ids of a wrong form", async () => {
    expect(await outcome(() => caseKeyObject(new Uint8Array(15), 1))).toBe("E_LENGTH");
    expect(await outcome(() => unitSeedObject(unitId.toUpperCase(), 1))).toBe("E_ENCODING");
    expect(await outcome(() => containerKeyObject(new Uint8Array(127), new Uint8Array(75)))).toBe("E_LENGTH");
  });
});

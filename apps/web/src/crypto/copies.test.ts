import {
  type Attestation,
  CryptoError,
  caseKeyObject,
  generateKemSeed,
  generateSigningKey,
  generateWords,
  kemKeyFromSeed,
  type Objection,
  passphraseKey,
  randomBytes,
  type SigningKey,
  sealGrant,
  signingKeyId,
  signObjection,
  toBase64Url,
  toHex,
  uuidBytes,
} from "@dvd/crypto";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import { openMessages, sealText } from "./contents.ts";
import { sealCopy } from "./copies.ts";
import { createFormerKeys, type FormerWay } from "./former-keys.ts";
import { createKeyHolder } from "./key-holder.ts";
import { type LostKeys, loseKeys } from "./testing/copies-world.ts";
import { memoryKeystore } from "./testing/memory-keystore.ts";
import type { CaseAnswer } from "./wire-types.ts";

/** The server of these tests knows everything that a server can know, and lies. */

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "opened",
    (error: unknown) => (error instanceof CryptoError ? error.code : error),
  );
const stranger = async () => (await generateSigningKey()).key;
const asOfficial = (world: LostKeys, changes?: Partial<CaseAnswer["copies"]>) =>
  world.official.openCase(world.caseId, world.answer(world.grants.unit, changes), world.authority.answer);

/** An official opens the case, compares, and seals; the signing key is that of the certified member. */
async function grantCopy(world: LostKeys, by: SigningKey = world.authority.member) {
  const { copy } = await asOfficial(world);
  const open = { ...world.official.caseOf(world.caseId), me: by };
  const { account, request } = world.copies;
  if (!request || !copy) throw new Error("a copy was asked for");
  const looked = { fingerprint: copy.fingerprint, checked: "id-card-at-counter" as const };
  const sealed = await sealCopy(open, { caseId: world.caseId, account, request }, looked, new Date());
  return { grant: await world.grantFor(world.second.account.kemPublicKey, sealed.grant), sealed };
}

const asRenewed = (
  world: LostKeys,
  grant: CaseAnswer["grants"][number],
  attestations: CaseAnswer["copies"]["attestations"],
  changes: Partial<CaseAnswer["copies"]> = {},
) =>
  world.renewed.openCase(
    world.caseId,
    world.answer(grant, { attestations, ...changes }),
    world.authority.answer,
    world.fingerprint,
  );

async function objection(world: LostKeys, by?: SigningKey, change: Partial<Objection> = {}) {
  const signer = by ?? world.former.caseOf(world.caseId).me;
  const { payload, signature } = await signObjection(
    {
      type: "objection",
      version: 1,
      account: world.accountId,
      former_key_id: toHex(signer.keyId),
      new_key_id: toHex(await signingKeyId(fromBase64(world.second.account.signingKey))),
      objected_at: new Date().toISOString(),
      ...change,
    },
    signer,
  );
  return { payload: toBase64(payload), signature: toBase64(signature) };
}

/** One message of the former key and one of the new, as the server stores them. */
async function conversation(world: LostKeys, secondBy: SigningKey) {
  const open = world.former.caseOf(world.caseId);
  const messages = [
    await sealText(open, null, { from: "Hanne", text: "vorher" }),
    await sealText({ ...open, me: secondBy }, null, { from: "Hanne", text: "nachher" }),
  ];
  return messages.map(({ message }, index) => ({
    ...message,
    sequence: index + 1,
    sender: "citizen" as const,
    sentAt: new Date().toISOString(),
  }));
}

const textsIn = async (open: Parameters<typeof openMessages>[0], stored: Parameters<typeof openMessages>[1]) =>
  (await openMessages(open, stored)).opened.map(({ sender, content }) => content && `${sender}: ${content.text}`);

describe("a citizen with new keys", () => {
  it("reads what an official has handed on: their own words under both keys, and remembers the authority", async () => {
    const world = await loseKeys();
    const { grant, sealed } = await grantCopy(world);
    const opened = await asRenewed(world, grant, [sealed.attestation]);
    expect(opened.fingerprint).toBe(world.fingerprint);
    expect(opened.vaultUpdate?.expectedVersion).toBe(1);
    const open = world.renewed.caseOf(world.caseId);
    expect(open.key).toEqual(world.former.caseOf(world.caseId).key);
    expect(await textsIn(open, await conversation(world, open.me))).toEqual(["citizen: vorher", "citizen: nachher"]);
  });

  it("takes no key without an attestation that names exactly this case, this account and these two keys", async () => {
    const world = await loseKeys();
    const { grant, sealed } = await grantCopy(world);
    const another = await stranger();
    const anotherKem = await kemKeyFromSeed(generateKemSeed());
    const lies: [string, Partial<Attestation>, SigningKey?][] = [
      ["by somebody who is no member", {}, another],
      ["for another case", { case_id: crypto.randomUUID() }],
      ["for another unit", { unit_id: crypto.randomUUID() }],
      ["for another authority", { authority: crypto.randomUUID() }],
      ["of another account", { account: crypto.randomUUID() }],
      ["for another signing key", { new_key: toBase64Url(another.spki) }],
      ["for another encryption key", { new_kem_key_id: toHex(anotherKem.keyId) }],
      ["after another former key", { former_key: toBase64Url(another.spki) }],
    ];
    for (const [lie, change, by] of lies) {
      const attestation = await world.attest(change, by);
      expect([lie, await codeOf(asRenewed(world, grant, [attestation]))]).toEqual([lie, "E_SENDER"]);
    }
    expect(await codeOf(asRenewed(world, grant, []))).toBe("E_SENDER");
    const { payload } = sealed.attestation;
    const unsigned = { payload, signature: toBase64(new Uint8Array(96)) };
    expect(await codeOf(asRenewed(world, grant, [unsigned]))).toBe("E_SENDER");
    expect(await codeOf(asRenewed(world, grant, [sealed.attestation]))).toBe("opened");
  });

  it("takes no case key of the server's own making, also not beside a genuine attestation", async () => {
    const world = await loseKeys();
    const { sealed } = await grantCopy(world);
    const recipientKey = fromBase64(world.second.account.kemPublicKey);
    const common = { role: "citizen" as const, recipientKey, secret: new Uint8Array(32), now: new Date() };
    const object = await caseKeyObject(uuidBytes(world.caseId), 1);
    const forged = await sealGrant({ ...object, ...common, grantor: await stranger() });
    const grant = await world.grantFor(world.second.account.kemPublicKey, toBase64(forged));
    expect(await codeOf(asRenewed(world, grant, [sealed.attestation]))).toBe("E_SENDER");
  });

  it("is not believed to be the same any more once the former key has objected", async () => {
    const world = await loseKeys();
    const { grant, sealed } = await grantCopy(world);
    const objections = [await objection(world)];
    expect(await codeOf(asRenewed(world, grant, [sealed.attestation], { objections }))).toBe("E_SENDER");
  });

  it("is not believed either when the former key objected to another generation afterwards, but when it did before", async () => {
    const world = await loseKeys();
    const { grant, sealed } = await grantCopy(world);
    const to = { new_key_id: toHex((await stranger()).keyId) };
    const open = (objected: Awaited<ReturnType<typeof objection>>) =>
      codeOf(asRenewed(world, grant, [sealed.attestation], { objections: [objected] }));
    const [before, after] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
    expect(await open(await objection(world, undefined, { ...to, objected_at: after.toISOString() }))).toBe("E_SENDER");
    expect(await open(await objection(world, await stranger(), { ...to, objected_at: after.toISOString() }))).toBe(
      "opened",
    );
    expect(await open(await objection(world, undefined, { ...to, objected_at: before.toISOString() }))).toBe("opened");
  });

  it("meets an authority only with the digits that were seen, and never over a case begun with these keys", async () => {
    const world = await loseKeys();
    const { grant, sealed } = await grantCopy(world);
    const answer = world.answer(grant, { attestations: [sealed.attestation] });
    expect(world.renewed.waitsFor(answer)).toBe("acceptance");
    const open = (accepted?: string) => world.renewed.openCase(world.caseId, answer, world.authority.answer, accepted);
    expect(await codeOf(open())).toBe("E_ROOT_CHANGED");
    expect(await codeOf(open(world.fingerprint.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))))).toBe(
      "E_ROOT_CHANGED",
    );
    const forgetful = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    const { vault, slots } = world.first.account;
    await forgetful.openWithRecoveryKey(world.accountId, { vault, version: 1, slots }, world.first.recoveryKey);
    const own = world.answer(world.grants.former);
    const reopened = forgetful.openCase(world.caseId, own, world.authority.answer, world.fingerprint);
    expect(await codeOf(reopened)).toBe("E_ROOT_CHANGED");
    expect(await codeOf(open(world.fingerprint))).toBe("opened");
    expect(world.renewed.waitsFor(answer)).toBeNull();
  });

  it("waits while there is no copy", async () => {
    const world = await loseKeys();
    expect(world.renewed.waitsFor(world.answer(world.grants.former))).toBe("copy");
  });
});

describe("an official", () => {
  it("reads the new key as the citizen's only with the word of somebody of the unit", async () => {
    const world = await loseKeys();
    const newKey = await stranger();
    const stored = await conversation(world, newKey);
    const read = async (attestations: CaseAnswer["copies"]["attestations"], objections = [] as typeof attestations) => {
      await asOfficial(world, { attestations, objections });
      return textsIn(world.official.caseOf(world.caseId), stored);
    };
    const genuine = { new_key: toBase64Url(newKey.spki) };
    expect(await read([await world.attest(genuine)])).toEqual(["citizen: vorher", "citizen: nachher"]);
    for (const unproven of [
      [],
      [await world.attest(genuine, await stranger())],
      [await world.attest({ ...genuine, case_id: crypto.randomUUID() })],
      [await world.attest({ ...genuine, account: crypto.randomUUID() })],
    ])
      expect(await read(unproven)).toEqual(["citizen: vorher", null]);
  });

  it("sees an objection of the former key, and none that somebody else has made up", async () => {
    const world = await loseKeys();
    const objected = async (by?: SigningKey) => {
      const { copy } = await asOfficial(world, { objections: [await objection(world, by)] });
      return copy?.isObjected;
    };
    expect(await objected()).toBe(true);
    expect(await objected(await stranger())).toBe(false);
    const other = toHex((await stranger()).keyId);
    const toAnother = async (at: number) => {
      const word = { new_key_id: other, objected_at: new Date(at).toISOString() };
      return (await asOfficial(world, { objections: [await objection(world, undefined, word)] })).copy?.isObjected;
    };
    expect(await toAnother(Date.now() + 60_000)).toBe(true);
    expect(await toAnother(Date.now() - 60_000)).toBe(false);
  });

  it("seals for the keys whose digits were compared, whatever the server answers afterwards", async () => {
    const world = await loseKeys();
    const { copy } = await asOfficial(world);
    expect(copy?.fingerprint).toBe(await world.renewed.fingerprint());
    const { account, request } = world.copies;
    if (!request || !copy) throw new Error("a copy was asked for");
    const other = await kemKeyFromSeed(generateKemSeed());
    const open = world.official.caseOf(world.caseId);
    const looked = { fingerprint: copy.fingerprint, checked: "letter-with-code" as const };
    for (const swapped of [
      { ...request, kemPublicKey: toBase64(other.publicKey) },
      { ...request, signingKey: toBase64((await stranger()).spki) },
    ])
      expect(
        await codeOf(sealCopy(open, { caseId: world.caseId, account, request: swapped }, looked, new Date())),
      ).toBe("E_KEY");
  });
});

describe("who still has the former key", () => {
  const renewalsOf = ({ first, second }: LostKeys) => [
    {
      requestedAt: new Date().toISOString(),
      signingKey: second.account.signingKey,
      former: { vault: first.account.vault, version: 1, slots: first.account.slots },
    },
  ];

  const typed = ({ recoveryKey }: { recoveryKey: string }) => ({ by: "recovery" as const, typed: recoveryKey });

  it("can sign an objection with the words or a passkey of the former account, and with no others", async () => {
    const world = await loseKeys();
    const { accountId, former } = world;
    const { words, header } = former.newPassphrase();
    const key = await passphraseKey(words, fromBase64(header), accountId);
    const [prfOutput, prfInput, credentialId] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const passkey = await former.sealPasskey({ credentialId, prfInput, prfOutput: prfOutput.slice() });
    const ways = [await former.sealPassphrase(header, key), passkey];
    const renewals = renewalsOf(world).map((one) => ({ ...one, former: { ...one.former, slots: ways } }));
    const otherKey = await passphraseKey(generateWords(), fromBase64(header), accountId);
    const open = async (way: FormerWay) => {
      const paper = createFormerKeys({ keystore: memoryKeystore(), now: () => new Date() });
      const opened = await paper.openFormer(accountId, renewals, way);
      if (!opened) return codeOf(paper.signObjection());
      const { copy } = await asOfficial(world, { objections: [await paper.signObjection()] });
      return copy?.isObjected;
    };
    expect(await open({ by: "passphrase", key })).toBe(true);
    expect(await open({ by: "passkey", prfOutput })).toBe(true);
    expect(await open({ by: "passphrase", key: otherKey })).toBe("E_STATE");
    expect(await open({ by: "passkey", prfOutput: randomBytes(32) })).toBe("E_STATE");
    expect(await open(typed(world.first))).toBe("E_STATE");
  });

  it("can sign an objection with the device or the recovery key, and nobody else can", async () => {
    const world = await loseKeys();
    const now = () => new Date();
    const renewals = renewalsOf(world);
    const device = createFormerKeys({ keystore: world.formerKeystore, now });
    expect(await device.openFormer(world.accountId, renewals, undefined)).not.toBeNull();
    const { copy } = await asOfficial(world, { objections: [await device.signObjection()] });
    expect(copy?.isObjected).toBe(true);

    const paper = createFormerKeys({ keystore: memoryKeystore(), now });
    expect(await paper.openFormer(world.accountId, renewals, typed(world.first))).not.toBeNull();
    const thief = createFormerKeys({ keystore: memoryKeystore(), now });
    expect(await thief.openFormer(world.accountId, renewals, undefined)).toBeNull();
    expect(await thief.openFormer(world.accountId, renewals, typed(world.second))).toBeNull();
    expect(await codeOf(thief.signObjection())).toBe("E_STATE");
  });

  it("opens no older vault than this device has seen, whatever the server calls it", async () => {
    const world = await loseKeys();
    await world.formerKeystore.raise(world.accountId, 2);
    const device = createFormerKeys({ keystore: world.formerKeystore, now: () => new Date() });
    const renewals = renewalsOf(world);
    expect(await device.openFormer(world.accountId, renewals, undefined)).toBeNull();
    expect(await device.openFormer(world.accountId, renewals, typed(world.first))).toBeNull();
    expect((await world.formerKeystore.load(world.accountId))?.version).toBe(2);
  });

  it("opens the new vault with its recovery key, although the device remembers a newer version of the former one", async () => {
    const world = await loseKeys();
    await world.formerKeystore.raise(world.accountId, 7);
    const device = createKeyHolder({ keystore: world.formerKeystore, now: () => new Date() });
    const { vault, slots } = world.second.account;
    const { vault: formerVault, slots: formerSlots } = world.first.account;
    const old = device.openWithRecoveryKey(
      world.accountId,
      { vault: formerVault, version: 1, slots: formerSlots },
      world.first.recoveryKey,
    );
    expect(await codeOf(old)).toBe("E_VAULT_OLD");
    await device.openWithRecoveryKey(world.accountId, { vault, version: 1, slots }, world.second.recoveryKey);
    expect(await device.fingerprint()).toBe(await world.renewed.fingerprint());
  });

  it("makes no other keys on a device that knows the account, unless it has it open", async () => {
    const world = await loseKeys();
    const closed = createKeyHolder({ keystore: world.formerKeystore, now: () => new Date() });
    expect(await codeOf(closed.renew(world.accountId))).toBe("E_VAULT_OLD");
    expect(await codeOf(world.former.renew(world.accountId))).toBe("opened");
  });
});

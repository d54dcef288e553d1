import {
  answerDeviceLink,
  beginSeal,
  CryptoError,
  caseKeyObject,
  generateSigningKey,
  generateWords,
  grantUnitSeed,
  kemKeyId,
  passphraseKey,
  randomBytes,
  type SigningKey,
  sealGrant,
  sealMessage,
  signingKeyId,
  signReceipt,
  signStatement,
  toBase64Url,
  toHex,
  uuidBytes,
  vaultDigest,
  verifyAccountChange,
  waysDigest,
} from "@dvd/crypto";
import { messageMediaType, writeMessage } from "@dvd/domain/message/content";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import { openMessages, sealText } from "./contents.ts";
import { createKeyHolder } from "./key-holder.ts";
import { makeAuthority } from "./testing/authority.ts";
import { type Log, makeLog } from "./testing/log.ts";
import { memoryKeystore } from "./testing/memory-keystore.ts";
import type { CaseAnswer, StoredMessage } from "./wire-types.ts";

/** The server of these tests knows everything that a server can know, and lies. */
const name = "Stadt Musterfurt";

async function setOut() {
  const keystore = memoryKeystore();
  const holder = createKeyHolder({ keystore, now: () => new Date() });
  const accountId = crypto.randomUUID();
  const { account, recoveryKey } = await holder.create(accountId);
  await holder.keepCreated();
  const [tenantId, unitId, caseId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const log = await makeLog();
  const authority = { ...(await makeAuthority({ id: tenantId, name, unitIds: [unitId], log })), log };
  const office = { tenantId, unitId, authority: name };
  return { keystore, holder, accountId, account, recoveryKey, tenantId, unitId, caseId, authority, office };
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: unknown) => (error instanceof CryptoError ? error.code : error),
  );

/** Statements of other authorities, which fill a log. */
async function writePolicyFor(authority: string) {
  const { key } = await generateSigningKey();
  const inTime = { not_before: "2026-11-01T00:00:00.000Z", expires: "2027-11-01T00:00:00.000Z" };
  return (await signStatement({ type: "receipt-key", authority, key: toBase64Url(key.spki), ...inTime }, key)).payload;
}

type World = Awaited<ReturnType<typeof setOut>>;
type Changes = {
  caseId?: string;
  scopeId?: Uint8Array<ArrayBuffer>;
  signer?: SigningKey;
  grants?: CaseAnswer["grants"];
  receipt?: CaseAnswer["receipt"];
};

function caseAnswer({ tenantId, unitId, account, accountId, caseId }: World, changes: Changes): CaseAnswer {
  const id = changes.caseId ?? caseId;
  return {
    summary: {
      caseId: id,
      reference: "DVD-26-0000-000",
      serviceKey: "DEMO0000000009",
      unitId,
      unit: "Wohngeldstelle",
      authority: name,
      state: "ROUTED",
      version: 3,
      assignedTo: "nobody",
      may: {
        claim: false,
        write: true,
        grantCopy: false,
        askCitizen: false,
        answer: false,
        resume: false,
        withdraw: false,
      },
      dueOn: null,
      hasCitizenLeft: false,
      copy: null,
      messages: 1,
      receivedAt: new Date().toISOString(),
      updatedAt: new Date().toISOString(),
    },
    tenantId,
    scopeId: toBase64(changes.scopeId ?? uuidBytes(id)),
    generation: 1,
    grants: changes.grants ?? [],
    copies: { account: accountId, attestations: [], objections: [], request: null },
    citizenSigningKey: changes.signer ? toBase64(changes.signer.spki) : account.signingKey,
    documents: [],
    receipt: changes.receipt ?? null,
  };
}

type ReceiptChanges = { keyId?: Uint8Array; signer?: SigningKey; caseId?: string; unitId?: string };

/** What the portal signed when the case came. */
async function receiptFor(world: World, change: ReceiptChanges = {}) {
  const keyId = change.keyId ?? (await signingKeyId(fromBase64(world.account.signingKey)));
  const { payload, signature } = await signReceipt(
    {
      type: "receipt",
      version: 1,
      authority: world.tenantId,
      unit_id: change.unitId ?? world.unitId,
      case_id: change.caseId ?? world.caseId,
      reference: "DVD-26-0000-000",
      received_at: new Date().toISOString(),
      sender: { key_id: toHex(keyId), assurance: "substantial" },
      documents: [],
      messages: [{ id: world.caseId, message_id: "aa".repeat(32), ciphertext_digest: "bb".repeat(32), bytes: 1056 }],
      count: 1,
      bytes: 1056,
    },
    change.signer ?? world.authority.receipts,
  );
  return { payload: toBase64(payload), signature: toBase64(signature) };
}

/** A case key of the server's own making, sealed for the citizen's public key. */
async function forgeGrant({ account, caseId }: World, signer: SigningKey) {
  const recipientKey = fromBase64(account.kemPublicKey);
  const object = await caseKeyObject(uuidBytes(caseId), 1);
  const secret = randomBytes(32);
  const envelope = await sealGrant({
    ...object,
    secret,
    grantor: signer,
    now: new Date(),
    role: "citizen",
    recipientKey,
  });
  const grant = { recipientKeyId: toBase64(await kemKeyId(recipientKey)), envelope: toBase64(envelope) };
  return { secret, grants: [grant] };
}

async function grantsOf({ account }: World, begun: { grants: string[] }) {
  const recipientKeyId = toBase64(await kemKeyId(fromBase64(account.kemPublicKey)));
  return [{ recipientKeyId, envelope: begun.grants[0] ?? "" }];
}

const sealedVault = ({ account }: World, vault = account.vault, version = 1) => ({
  vault,
  version,
  slots: account.slots.map((slot) => ({ ...slot, createdAt: new Date().toISOString() })),
});

describe("beginning a case", () => {
  it("seals for the office that was chosen, and opens again from what the server stored", async () => {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const answer = caseAnswer(world, { grants: await grantsOf(world, begun), receipt: await receiptFor(world) });
    expect(await world.holder.openCase(world.caseId, answer, world.authority.answer)).toEqual({
      fingerprint: begun.fingerprint,
      login: null,
      isFresh: true,
      copy: null,
      vaultUpdate: null,
    });
  });

  it("is refused under another authority than the one that was chosen", async () => {
    const { holder, caseId, office, unitId } = await setOut();
    const other = await makeAuthority({ id: crypto.randomUUID(), name, unitIds: [unitId] });
    await expect(holder.beginCase(caseId, office, other.answer)).rejects.toMatchObject({ code: "E_STATEMENT_CONTEXT" });
  });

  it("is refused when the authority's signed name is not the one on the screen", async () => {
    const { holder, caseId, office, authority } = await setOut();
    const shown = { ...office, authority: "Stadt Beispielau" };
    await expect(holder.beginCase(caseId, shown, authority.answer)).rejects.toMatchObject({
      code: "E_STATEMENT_CONTEXT",
    });
  });

  it("is refused, and nothing is remembered, when the root is not the one whose fingerprint was shown", async () => {
    const { holder, caseId, office, authority, tenantId, unitId } = await setOut();
    const other = await makeAuthority({ id: tenantId, name, unitIds: [unitId] });
    const { fingerprint } = await holder.beginCase(crypto.randomUUID(), office, authority.answer);
    const fresh = await setOut();
    const shown = { ...office, fingerprint };
    const sending = fresh.holder.beginCase(caseId, shown, other.answer);
    await expect(sending).rejects.toMatchObject({ code: "E_ROOT_CHANGED" });
    expect((await fresh.holder.beginCase(caseId, shown, authority.answer)).fingerprint).toBe(fingerprint);
  });

  it("is refused under another root once a root was seen", async () => {
    const { holder, caseId, office, authority, tenantId, unitId } = await setOut();
    await holder.beginCase(caseId, office, authority.answer);
    const other = await makeAuthority({ id: tenantId, name, unitIds: [unitId] });
    const again = holder.beginCase(crypto.randomUUID(), office, other.answer);
    await expect(again).rejects.toMatchObject({ code: "E_ROOT_CHANGED" });
  });
});

describe("opening a case", () => {
  it("is refused with a key that the server has made, whoever signed it", async () => {
    const world = await setOut();
    await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const { key: signer } = await generateSigningKey();
    const { grants } = await forgeGrant(world, signer);
    const forged = caseAnswer(world, { signer, grants });
    const opening = world.holder.openCase(world.caseId, forged, world.authority.answer);
    await expect(opening).rejects.toMatchObject({ code: "E_SENDER" });
  });

  it("is refused for the key of another case, under the other's id or scope", async () => {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const grants = await grantsOf(world, begun);
    const other = crypto.randomUUID();
    for (const swapped of [
      caseAnswer(world, { caseId: other, scopeId: uuidBytes(world.caseId), grants }),
      caseAnswer(world, { grants }),
    ])
      await expect(world.holder.openCase(other, swapped, world.authority.answer)).rejects.toMatchObject({
        code: "E_CONTEXT",
      });
    const receipt = await receiptFor(world, { caseId: other });
    const sameScope = caseAnswer(world, { caseId: other, grants, receipt });
    await expect(world.holder.openCase(other, sameScope, world.authority.answer)).rejects.toMatchObject({
      code: "E_CONTEXT",
    });
  });

  it("is refused under the name of another authority, or as a case of a unit that it did not come to", async () => {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const grants = await grantsOf(world, begun);
    const open = (change: Partial<CaseAnswer["summary"]>, receipt: CaseAnswer["receipt"]) => {
      const answer = caseAnswer(world, { grants, receipt });
      const lie = { ...answer, summary: { ...answer.summary, ...change } };
      return codeOf(world.holder.openCase(world.caseId, lie, world.authority.answer));
    };
    const receipt = await receiptFor(world);
    expect(await open({}, receipt)).toBe("accepted");
    expect(await open({ authority: "Stadt Beispielau" }, receipt)).toBe("E_STATEMENT_CONTEXT");
    expect(await open({ unitId: crypto.randomUUID() }, receipt)).toBe("E_SENDER");
    expect(await open({}, await receiptFor(world, { unitId: crypto.randomUUID() }))).toBe("E_SENDER");
    expect(await open({}, null)).toBe("E_SENDER");
  });

  it("is refused for an authority that was never seen before", async () => {
    const world = await setOut();
    const opening = world.holder.openCase(world.caseId, caseAnswer(world, {}), world.authority.answer);
    await expect(opening).rejects.toMatchObject({ code: "E_ROOT_CHANGED" });
  });
});

describe("the public log", () => {
  const filler = [writePolicyFor("x"), writePolicyFor("y")];

  it("is remembered, and has to grow from where it was seen last", async () => {
    const { holder, office, authority } = await setOut();
    expect(holder.knownLogSize()).toBe(0);
    await holder.beginCase(crypto.randomUUID(), office, authority.answer);
    const known = holder.knownLogSize();
    expect(known).toBe(authority.log.size());
    await authority.log.add(await Promise.all(filler));
    const later = () => holder.beginCase(crypto.randomUUID(), office, grown);
    const grown = await authority.answerFor(known);
    await later();
    expect(holder.knownLogSize()).toBe(known + 2);
    // Asked for from an older size, by something that ran at the same time.
    await later();
  });

  it("is refused when it is another one than before: shorter, longer or of the same length", async () => {
    const { holder, office, authority } = await setOut();
    await authority.log.add(await Promise.all(filler));
    await holder.beginCase(crypto.randomUUID(), office, await authority.answerFor(0));
    const known = holder.knownLogSize();
    const showing = async (log: Log) => {
      const answer = await authority.answerFor(known, log);
      return codeOf(holder.beginCase(crypto.randomUUID(), office, answer));
    };
    const [shorter, equal, longer] = [authority.log.fork(), authority.log.fork(), authority.log.fork()];
    await equal.add((await Promise.all(filler)).toReversed());
    await longer.add((await Promise.all([...filler, ...filler])).slice(0, 3));
    expect(await showing(shorter)).toBe("E_LOG_FORK");
    expect(await showing(equal)).toBe("E_LOG_FORK");
    expect(await showing(longer)).toBe("E_LOG_CONSISTENCY");
    expect(holder.knownLogSize()).toBe(known);
  });

  it("is not moved on by two answers that were asked for at once, each of another history", async () => {
    const { holder, office, authority } = await setOut();
    const fork = authority.log.fork();
    await fork.add((await Promise.all([...filler, ...filler])).slice(0, 3));
    const answers = [authority.answer, await authority.answerFor(0, fork)];
    await Promise.allSettled(answers.map((answer) => holder.beginCase(crypto.randomUUID(), office, answer)));
    // One of them is remembered; the other one is a fork from then on.
    const codes = await Promise.all(
      [authority.log, fork].map(async (log) =>
        codeOf(holder.beginCase(crypto.randomUUID(), office, await authority.answerFor(holder.knownLogSize(), log))),
      ),
    );
    expect(codes.filter((code) => code === "accepted")).toHaveLength(1);
  });

  it("is one for the whole portal", async () => {
    const { holder, office, authority, tenantId: _, ...world } = await setOut();
    await holder.beginCase(crypto.randomUUID(), office, authority.answer);
    const elsewhere = { id: crypto.randomUUID(), name, unitIds: [world.unitId] };
    const log = await makeLog({ origin: "log.elsewhere/keys" });
    const other = await makeAuthority({ ...elsewhere, log });
    const begun = holder.beginCase(crypto.randomUUID(), { ...office, tenantId: elsewhere.id }, other.answer);
    expect(await codeOf(begun)).toBe("E_LOG_ORIGIN");
  });

  it("must contain every statement that is shown", async () => {
    const { holder, office, authority } = await setOut();
    const { statements, log } = authority.answer;
    const places = log.places.with(2, log.places[3] ?? { index: 0, path: [] });
    const showing = (change: Partial<typeof log>) =>
      codeOf(
        holder.beginCase(crypto.randomUUID(), office, {
          ...authority.answer,
          statements,
          log: { ...log, ...change },
        }),
      );
    expect(await showing({ places })).toBe("E_LOG_INCLUSION");
    expect(await showing({ places: log.places.slice(1) })).toBe("E_LOG_INCLUSION");
    expect(await showing({ checkpoint: log.checkpoint.split("\u2014").slice(0, 2).join("\u2014") })).toBe(
      "E_LOG_WITNESS",
    );
    expect(await showing({})).toBe("accepted");
  });

  it("is read, and nothing is sealed, when no witness has seen it for three days", async () => {
    const threeDays = 72 * 3_600_000;
    for (const [age, expected] of [
      [threeDays - 60_000, "accepted"],
      [threeDays + 60_000, "E_LOG_OLD"],
    ] as const) {
      const world = await setOut();
      const log = await makeLog({ now: () => new Date(Date.now() - age) });
      const authority = await makeAuthority({ id: world.tenantId, name, unitIds: [world.unitId], log });
      const begun = world.holder.beginCase(world.caseId, world.office, authority.answer);
      expect(await codeOf(begun)).toBe(expected);
    }
  });

  it("that went unseen for three days leaves a case readable, and nothing can be written in it", async () => {
    let age = 0;
    const world = await setOut();
    const log = await makeLog({ now: () => new Date(Date.now() - age) });
    const authority = await makeAuthority({ id: world.tenantId, name, unitIds: [world.unitId], log });
    const begun = await world.holder.beginCase(world.caseId, world.office, authority.answer);
    const receipt = await receiptFor(world, { signer: authority.receipts });
    const answer = caseAnswer(world, { grants: await grantsOf(world, begun), receipt });
    const open = async () =>
      world.holder.openCase(world.caseId, answer, await authority.answerFor(world.holder.knownLogSize()));
    expect(await open()).toMatchObject({ isFresh: true });
    expect(world.holder.freshCaseOf(world.caseId)).toBe(world.holder.caseOf(world.caseId));
    age = 73 * 3_600_000;
    expect(await open()).toMatchObject({ isFresh: false });
    expect(await codeOf((async () => world.holder.freshCaseOf(world.caseId))())).toBe("E_LOG_OLD");
    expect(world.holder.caseOf(world.caseId).unitId).toBe(world.unitId);
  });
});

describe("opening a case as an official", () => {
  async function atTheOffice() {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const epoch = world.authority.epochs.get(world.unitId);
    if (!epoch) throw new Error("the unit has no key");
    const official = await setOut();
    const recipient = { role: "official" as const, publicKey: fromBase64(official.account.kemPublicKey) };
    const by = { grantor: world.authority.member, now: new Date() };
    const seeds = [{ epoch: 1, grant: toBase64(await grantUnitSeed(epoch, recipient, by)) }];
    const units = [{ unitId: world.unitId, name: "Stelle", role: "official" as const, seeds }];
    await official.holder.openUnits({ tenantId: world.tenantId, authority: name, units }, world.authority.answer);
    const grants = [{ recipientKeyId: toBase64(epoch.kem.keyId), envelope: begun.grants[1] ?? "" }];
    const open = (receipt: CaseAnswer["receipt"], changes: Changes = {}) =>
      official.holder.openCase(
        world.caseId,
        { ...caseAnswer(world, { grants, ...changes }), receipt },
        world.authority.answer,
      );
    return { world, open };
  }

  it("tells the level of the login that was verified when the case came", async () => {
    const { world, open } = await atTheOffice();
    expect(await open(await receiptFor(world))).toMatchObject({ login: { assurance: "substantial" } });
  });

  it("is refused when the portal has signed no login for the citizen's key, or another one's", async () => {
    const { world, open } = await atTheOffice();
    const { key: other } = await generateSigningKey();
    const refusal = (receipt: CaseAnswer["receipt"], changes?: Changes) => codeOf(open(receipt, changes));
    const unsigned = [
      null,
      await receiptFor(world, { keyId: other.keyId }),
      await receiptFor(world, { signer: other }),
      await receiptFor(world, { caseId: crypto.randomUUID() }),
    ];
    for (const receipt of unsigned) expect(await refusal(receipt)).toBe("E_SENDER");
    // Somebody changed the key in the database: the genuine receipt names the genuine one.
    expect(await refusal(await receiptFor(world), { signer: other })).toBe("E_SENDER");
  });
});

type Word = { what: "vault" | "ways"; vault_version: number; digest: string };
const verdict = ({ account, accountId }: World, signed: { payload: string; signature: string }, word: Word) =>
  codeOf(
    verifyAccountChange({
      signed: { payload: fromBase64(signed.payload), signature: fromBase64(signed.signature) },
      spki: fromBase64(account.signingKey),
      expect: { account: accountId, ...word },
    }),
  );

describe("the vault", () => {
  it("is refused in an older version than this device has seen, whatever the server calls it", async () => {
    const world = await setOut();
    const { vaultUpdate } = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    await world.holder.vaultSaved();
    const device = createKeyHolder({ keystore: world.keystore, now: () => new Date() });
    const rolledBack = device.openWithDevice(world.accountId, sealedVault(world));
    await expect(rolledBack).rejects.toMatchObject({ code: "E_VAULT_OLD" });
    expect(await device.openWithDevice(world.accountId, sealedVault(world, vaultUpdate?.vault, 2))).toBe(true);
  });

  it("is saved with the word of the account's key for exactly this vault", async () => {
    const world = await setOut();
    const { vaultUpdate } = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    if (!vaultUpdate) throw new Error("nothing was pinned");
    const digest = await vaultDigest(fromBase64(vaultUpdate.vault));
    expect(await verdict(world, vaultUpdate.signed, { what: "vault", vault_version: 2, digest })).toBe("accepted");
    const former = await vaultDigest(fromBase64(world.account.vault));
    const other = verdict(world, vaultUpdate.signed, { what: "vault", vault_version: 2, digest: former });
    expect(await other).toBe("E_CHANGE_CONTEXT");
  });

  it("gets other ways back with the word of the account's key for the account as it is stored", async () => {
    const world = await setOut();
    const { way } = await world.holder.newRecoveryKey();
    const stored = sealedVault(world);
    const [first] = world.account.slots;
    const before = world.account.slots.map(({ slotId }) => slotId);
    const signed = await world.holder.signWays(stored, { add: way, remove: first?.slotId ?? "" });
    const added = { slotId: way.slotId, header: fromBase64(way.header), wrapped: fromBase64(way.wrapped) };
    const digest = await waysDigest({ before, removed: first?.slotId, added });
    expect(await verdict(world, signed, { what: "ways", vault_version: 1, digest })).toBe("accepted");
    expect(await verdict(world, signed, { what: "ways", vault_version: 2, digest })).toBe("E_CHANGE_CONTEXT");
    world.holder.lock();
    await expect(world.holder.signWays(stored, {})).rejects.toMatchObject({ code: "E_STATE" });
  });

  it("is not made a second time for an account that this device knows", async () => {
    const { holder, accountId } = await setOut();
    expect(await holder.knows(accountId)).toBe(true);
    await expect(holder.create(accountId)).rejects.toMatchObject({ code: "E_VAULT_OLD" });
  });

  it("opens on a second device with the recovery key, and with no other", async () => {
    const world = await setOut();
    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    expect(await device.openWithDevice(world.accountId, sealedVault(world))).toBe(false);
    const { recoveryKey: foreign } = await setOut();
    const wrong = device.openWithRecoveryKey(world.accountId, sealedVault(world), foreign);
    await expect(wrong).rejects.toMatchObject({ code: "E_SLOT" });
    await device.openWithRecoveryKey(world.accountId, sealedVault(world), world.recoveryKey);
    expect(await device.knows(world.accountId)).toBe(true);
  });

  it("opens on a second device with the seven words of the account, and with no others", async () => {
    const world = await setOut();
    const { accountId } = world;
    const { words, header } = world.holder.newPassphrase();
    const key = await passphraseKey(words, fromBase64(header), accountId);
    const way = { ...(await world.holder.sealPassphrase(header, key)), createdAt: new Date().toISOString() };
    const sealed = { ...sealedVault(world), slots: [...sealedVault(world).slots, way] };

    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    const other = await passphraseKey(generateWords(), fromBase64(header), accountId);
    await expect(device.openWithPassphrase(accountId, sealed, other)).rejects.toMatchObject({ code: "E_SLOT" });
    expect(await device.knows(accountId)).toBe(false);
    await device.openWithPassphrase(accountId, sealed, key);
    expect(await device.knows(accountId)).toBe(true);
  });

  it("opens on a second device that the first one has answered, and once only", async () => {
    const world = await setOut();
    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    const { code, request } = await device.askOtherDevice(world.accountId);
    const asked = { ...request, answer: null, expiresAt: new Date().toISOString() };
    await world.holder.checkOtherDevice(asked, code);
    const answer = await world.holder.answerOtherDevice(asked, code);
    await device.openWithAnswer(world.accountId, sealedVault(world), answer);
    expect(await device.knows(world.accountId)).toBe(true);
    const again = device.openWithAnswer(world.accountId, sealedVault(world), answer);
    await expect(again).rejects.toMatchObject({ code: "E_STATE" });
  });

  it("is not handed to a device that has another key or another code, nor taken from a vault of somebody else", async () => {
    const [world, servers] = [await setOut(), await setOut()];
    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    const { code, request } = await device.askOtherDevice(world.accountId);
    const asked = { ...request, answer: null, expiresAt: new Date().toISOString() };
    const { request: swapped } = await servers.holder.askOtherDevice(world.accountId);
    const other = { ...asked, publicKey: swapped.publicKey };
    await expect(world.holder.answerOtherDevice(other, code)).rejects.toMatchObject({ code: "E_LINK" });
    await expect(world.holder.answerOtherDevice(asked, generateWords())).rejects.toMatchObject({ code: "E_LINK" });
    // The right answer, with a vault that the answering device does not have.
    const answer = await world.holder.answerOtherDevice(asked, code);
    const opening = device.openWithAnswer(world.accountId, sealedVault(servers), answer);
    await expect(opening).rejects.toMatchObject({ code: "E_VAULT" });
    expect(await device.knows(world.accountId)).toBe(false);
  });

  it("opens on a second device only for whoever has the account's own signing key", async () => {
    const { accountId, keystore, ...world } = await setOut();
    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    const { code, request } = await device.askOtherDevice(accountId);
    const { key: signing } = await generateSigningKey();
    const answer = await answerDeviceLink(
      { accountId, linkId: request.linkId, code },
      { publicKey: fromBase64(request.publicKey), proof: fromBase64(request.proof) },
      { vaultKey: (await keystore.load(accountId))?.vaultKey ?? randomBytes(32), signing, now: new Date() },
    );
    const sealed = sealedVault({ accountId, keystore, ...world });
    const opening = device.openWithAnswer(accountId, sealed, toBase64(answer));
    await expect(opening).rejects.toMatchObject({ code: "E_SENDER" });
    expect(await device.knows(accountId)).toBe(false);
  });

  it("is forgotten by a device, and opened there only with a way back", async () => {
    const world = await setOut();
    await world.holder.forget(world.accountId);
    expect(await world.holder.knows(world.accountId)).toBe(false);
    expect(() => world.holder.newPassphrase()).toThrow("E_STATE");
    expect(await world.holder.openWithDevice(world.accountId, sealedVault(world))).toBe(false);
    await world.holder.openWithRecoveryKey(world.accountId, sealedVault(world), world.recoveryKey);
    expect(await world.holder.knows(world.accountId)).toBe(true);
  });

  it("gets no new way back while it is locked", async () => {
    const { holder } = await setOut();
    holder.lock();
    expect(() => holder.newPassphrase()).toThrow("E_STATE");
    await expect(holder.newRecoveryKey()).rejects.toMatchObject({ code: "E_STATE" });
  });

  it("is saved once for an official in two units", async () => {
    const { holder } = await setOut();
    const [tenantId, one, two] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const { answer } = await makeAuthority({ id: tenantId, name, unitIds: [one, two] });
    const units = [one, two].map((unitId) => ({ unitId, name: "Stelle", role: "lead" as const, seeds: [] }));
    const update = await holder.openUnits({ tenantId, authority: name, units }, answer);
    expect(update?.expectedVersion).toBe(1);
    expect(await holder.openUnits({ tenantId, authority: name, units }, answer)).toBeNull();
  });
});

describe("a message", () => {
  const stored = (message: Omit<StoredMessage, "sequence" | "sender" | "sentAt">, sender: StoredMessage["sender"]) => ({
    ...message,
    sequence: 1,
    sender,
    sentAt: new Date().toISOString(),
  });

  it("is shown as the side whose key has signed it, not as the side that the server names", async () => {
    const { holder, caseId, office, authority } = await setOut();
    await holder.beginCase(caseId, office, authority.answer);
    const open = holder.caseOf(caseId);
    const own = await sealText(open, null, { from: "Aylin", text: "Hallo" });
    const { opened } = await openMessages(open, [stored(own.message, "official")]);
    expect(opened).toMatchObject([{ sender: "citizen", content: { from: "Aylin", text: "Hallo" } }]);
  });

  it("tells how many of the documents that it names are not in the case", async () => {
    const world = await setOut();
    const begun = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    const open = world.holder.caseOf(world.caseId);
    const file = await beginSeal({ caseKey: open.key, type: "file", sender: open.me, meta: { name: "a" }, size: 1 });
    for await (const segment of file.segments([new Uint8Array(1)])) expect(segment.index).toBe(0);
    const { seal, messageId } = await file.finish();
    const shown = { id: crypto.randomUUID(), messageId, containerId: file.containerId };
    const hidden = { ...shown, messageId: randomBytes(32) };
    const sealed = await sealText(open, null, { from: "Aylin", text: "Anbei" }, [shown, hidden]);
    const document = {
      documentId: shown.id,
      sender: "citizen" as const,
      header: toBase64(file.header),
      floeHeader: toBase64(file.floeHeader),
      seal: toBase64(seal),
      bodyLength: file.bodyLength,
      storedAt: new Date().toISOString(),
      verifiedAt: null,
    };
    const grants = await grantsOf(world, begun);
    const answer = caseAnswer(world, { grants, receipt: await receiptFor(world) });
    for (const [documents, missing] of [
      [[document], 1],
      [[], 2],
    ] as const) {
      await world.holder.openCase(world.caseId, { ...answer, documents: [...documents] }, world.authority.answer);
      const { opened } = await openMessages(world.holder.caseOf(world.caseId), [stored(sealed.message, "citizen")]);
      expect(opened).toMatchObject([{ content: { text: "Anbei" }, missing }]);
    }
  });

  it("of somebody who is neither the citizen nor a signed member shows nothing", async () => {
    const { holder, caseId, office, authority } = await setOut();
    await holder.beginCase(caseId, office, authority.answer);
    const open = holder.caseOf(caseId);
    const { key: sender } = await generateSigningKey();
    const content = new TextEncoder().encode(writeMessage({ from: "Amt", text: "Bitte IBAN" }));
    const sealed = await sealMessage({
      caseKey: open.key,
      sender,
      meta: { type: messageMediaType },
      content,
      sequence: 1n,
    });
    const { header, floeHeader, seal, body } = sealed;
    const message = {
      messageId: crypto.randomUUID(),
      header: toBase64(header),
      floeHeader: toBase64(floeHeader),
      seal: toBase64(seal),
      body: toBase64(body),
    };
    const { opened } = await openMessages(open, [stored(message, "official")]);
    expect(opened).toMatchObject([{ content: null }]);
  });
});

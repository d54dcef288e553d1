/**
 * Writes vectors/*.json anew: `node src/testing/make-vectors.ts statements log`, without a name all of them. Signatures
 * and most keys come out different each time. Published vectors are never replaced by a second run; a new suite gets new
 * files.
 */
import { writeFileSync } from "node:fs";
import { concat, fromHex, toBase64Url, toHex, u32, u64, utf8, type Bytes } from "../bytes.ts";
import { encodeHeader, parseHeader } from "../container/header.ts";
import { signReceipt, type Receipt } from "../container/receipt.ts";
import { beginSeal, sealMessage } from "../container/seal.ts";
import { sealGrant } from "../envelope/grant.ts";
import {
  caseKeyObject,
  containerKeyObject,
  unitSeedObject,
  vaultKeyObject,
  type ObjectName,
} from "../envelope/objects.ts";
import { createAccount } from "../keys/account.ts";
import { formatFingerprint, rootFingerprint } from "../keys/fingerprint.ts";
import { kemKeyFromSeed } from "../keys/kem.ts";
import { formatRecoveryKey } from "../keys/recovery.ts";
import { generateSigningKey, importSigningKey, sign } from "../keys/signing.ts";
import { sealRecoverySlot } from "../keys/slot.ts";
import { sealVault } from "../keys/vault.ts";
import { sha256 } from "../primitives.ts";
import { signPayload, type SignedBytes } from "../statement/dsse.ts";
import { headUnits } from "../statement/head.ts";
import { signStatement, type DirectoryHead, type Statement } from "../statement/statement.ts";
import { accountId, now, numbered, otherAccountId, seededRandom, unitId, withByte, type Sealed } from "./fixtures.ts";
import { forge, rawFrame, resign, resignFields } from "./forge.ts";
import { knownAnswer, knownAnswerInput } from "./known-answer.ts";
import { logVectors } from "./log-vectors.ts";
import { readVectors, type KeyVectors } from "./read-vectors.ts";

const write = (name: string, value: unknown) =>
  writeFileSync(
    new URL(`../../vectors/${name}.json`, import.meta.url),
    `${JSON.stringify(value, (_, one: unknown) => (one instanceof Uint8Array ? toHex(one) : typeof one === "bigint" ? `${one}` : one), 1)}\n`,
  );

const hello = utf8("Hallo");
const answer = utf8("Guten Tag, Frau Müller: 📄");
const random = seededRandom(20_261_121);
/** The one key that all files share, so that one of them can be written without the others. */
const senderPkcs8 = fromHex(readVectors<KeyVectors>("keys").signing.pkcs8);
const sender = await importSigningKey(senderPkcs8);
const { key: stranger } = await generateSigningKey();
const caseKey = { scopeId: random(16), generation: 1, secret: random(32) };
const party = { caseKey, sender };

async function containers() {
  const first = await sealMessage({ ...party, meta: { type: "text/plain" }, content: hello, sequence: 1n, random });
  const refs = [{ container_id: toHex(first.containerId), message_id: toHex(first.messageId) }];
  const second = await sealMessage({
    ...party,
    meta: {
      type: "text/plain",
      refs,
      seen: toHex(numbered(32)),
      vault: 3,
      log: { size: 9, root: toHex(numbered(32)) },
    },
    content: answer,
    sequence: 2n,
    previous: first.messageId,
    random,
  });
  const file = async (content: Bytes, generation = 1) => {
    const input = {
      ...party,
      caseKey: { ...caseKey, generation },
      type: "file" as const,
      size: content.length,
      random,
    };
    const sealing = await beginSeal({ ...input, meta: { name: "Bescheid.pdf", type: "application/pdf" } });
    const segments = await Array.fromAsync(sealing.segments([content]), ({ bytes }) => bytes);
    return { ...sealing, segments, ...(await sealing.finish()) };
  };
  const empty = await file(new Uint8Array());
  const padded = await file(numbered(1500), 7);
  const asSealed = (message: typeof first): Sealed => ({ ...message, segments: [message.body] });
  const accepted = [
    accept(
      "first message",
      asSealed(first),
      { type: "message", sequence: "1" },
      { size: 5, type: "text/plain" },
      hello,
    ),
    accept(
      "second message with every meta field",
      asSealed(second),
      { type: "message", sequence: "2", previous: first.messageId },
      {
        size: answer.length,
        type: "text/plain",
        refs,
        seen: toHex(numbered(32)),
        vault: 3,
        log: { size: 9, root: toHex(numbered(32)) },
      },
      answer,
    ),
    accept(
      "empty file",
      empty,
      { type: "file" },
      { size: 0, name: "Bescheid.pdf", type: "application/pdf" },
      new Uint8Array(),
    ),
    {
      ...accept(
        "padded file of generation 7",
        padded,
        { type: "file" },
        { size: 1500, name: "Bescheid.pdf", type: "application/pdf" },
        numbered(1500),
      ),
      caseKey: { ...caseKey, generation: 7 },
    },
  ];
  write("psc1", {
    suite: 1,
    knownAnswer: { input: knownAnswerInput, result: await knownAnswer(knownAnswerInput) },
    longBody: await longBody(),
    accepted,
    refused: await refusedContainers(asSealed(first), asSealed(second), empty),
  });
}

const accept = (name: string, sealed: Sealed, expect: object, meta: object, content: Bytes) => ({
  name,
  caseKey,
  senderSpki: sender.spki,
  expect: { scopeId: caseKey.scopeId, ...expect },
  header: sealed.header,
  floeHeader: sealed.floeHeader,
  seal: sealed.seal,
  body: concat(...sealed.segments),
  result: { meta, content, messageId: sealed.messageId },
});

/** Three segments, described by rule and by hash because the bytes would fill the file. */
async function longBody() {
  const size = 600_000;
  const draws: Bytes[] = [];
  const drawn = (length: number) => {
    const bytes = random(length);
    draws.push(bytes);
    return bytes;
  };
  const content = Uint8Array.from({ length: size }, (_, i) => i % 251);
  const sealing = await beginSeal({ ...party, type: "file", meta: {}, size, random: drawn });
  const segments = await Array.fromAsync(sealing.segments([content]), ({ bytes }) => bytes);
  const [containerId, floeIv, ...segmentIvs] = draws;
  return {
    note: "content byte i is i modulo 251",
    caseKey,
    senderSpki: sender.spki,
    meta: { size },
    containerId,
    floeIv,
    segmentIvs,
    header: sealing.header,
    floeHeader: sealing.floeHeader,
    segmentLengths: segments.map(({ length }) => length),
    segmentDigests: await Promise.all(segments.map(sha256)),
    ...(await sealing.finish()),
  };
}

async function refusedContainers(first: Sealed, second: Sealed, file: Sealed) {
  const body = concat(...first.segments);
  const put = (bytes: Bytes, at: number, part: Bytes) =>
    concat(bytes.slice(0, at), part, bytes.slice(at + part.length));
  const forged = (frame: Bytes, paddedLength = 1024) =>
    forge(party, { header: encodeHeader({ ...parseHeader(first.header), paddedLength }), frame });
  const framed = (json: string) => forged(rawFrame(utf8(json), hello, 1024));
  const good = rawFrame(utf8('{"size":5}'), hello, 1024);
  const parts = ({ header, floeHeader, seal, segments }: Sealed) => ({
    header,
    floeHeader,
    seal,
    body: concat(...segments),
  });
  const refuse = (name: string, code: string, change: object, segment?: number) => ({
    name,
    base: "first message",
    change,
    error: { code, ...(segment === undefined ? {} : { segment }) },
  });
  const header = (name: string, code: string, at: number, part: Bytes) =>
    refuse(name, code, { header: put(first.header, at, part) });
  return [
    header("other magic", "E_MAGIC", 3, utf8("2")),
    header("unknown suite", "E_SUITE", 4, Uint8Array.of(2)),
    header("reserved type 3", "E_TYPE", 5, Uint8Array.of(3)),
    header("reserved bytes 6 and 7", "E_RESERVED", 7, Uint8Array.of(1)),
    header("reserved bytes 44 to 47", "E_RESERVED", 44, Uint8Array.of(1)),
    header("generation 0", "E_LIMIT", 40, u32(0)),
    header("length below 1024", "E_LIMIT", 56, u64(1023)),
    header("length above 2^33", "E_LIMIT", 56, u64(2 ** 33 + 1)),
    header("largest 64-bit length", "E_LIMIT", 56, u64(2n ** 64n - 1n)),
    header("length that padding never gives", "E_PADDING", 56, u64(1025)),
    header("message with sequence 0", "E_SEQ", 48, u64(0)),
    header("first message that names one before it", "E_PREV", 127, Uint8Array.of(1)),
    refuse("header one byte short", "E_LENGTH", { header: first.header.slice(0, 127) }),
    header("other container id, not signed", "E_SEAL_DIGEST", 8, Uint8Array.of((first.header[8] ?? 0) ^ 1)),
    refuse("FLOE header one byte short", "E_LENGTH", { floeHeader: first.floeHeader.slice(0, 73) }),
    refuse("other FLOE segment length", "E_SUITE", { floeHeader: withByte(first.floeHeader, 3, () => 8) }),
    refuse("other FLOE IV, not signed", "E_SEAL_DIGEST", { floeHeader: withByte(first.floeHeader, 10, (b) => b ^ 1) }),
    refuse(
      "other FLOE header tag, signed",
      "E_HEADER_TAG",
      parts(await resign({ ...first, floeHeader: withByte(first.floeHeader, 73, (b) => b ^ 1) }, party)),
    ),
    refuse("key of another case under the same scope", "E_HEADER_TAG", {
      caseKey: { ...caseKey, secret: numbered(32) },
    }),
    refuse("key of another generation", "E_KEYGEN", { caseKey: { ...caseKey, generation: 2 } }),
    refuse("seal one byte short", "E_LENGTH", { seal: first.seal.slice(0, 183) }),
    refuse("seal of another magic", "E_MAGIC", { seal: withByte(first.seal, 3, () => 0x32) }),
    refuse("seal of another suite", "E_SUITE", { seal: withByte(first.seal, 4, () => 2) }),
    refuse("seal with a reserved byte", "E_RESERVED", { seal: withByte(first.seal, 5, () => 1) }),
    refuse("seal over another body length", "E_SEAL_DIGEST", { seal: withByte(first.seal, 15, (b) => b ^ 1) }),
    refuse("seal over another number of segments", "E_SEAL_DIGEST", { seal: withByte(first.seal, 23, (b) => b ^ 2) }),
    refuse("seal of the next message", "E_SEAL_DIGEST", { seal: second.seal }),
    refuse("signature with a changed bit", "E_SEAL_SIG", { seal: withByte(first.seal, 183, (b) => b ^ 1) }),
    refuse("signature of zeros", "E_SEAL_SIG", { seal: put(first.seal, 88, new Uint8Array(96)) }),
    refuse(
      "seal over another segment list, signed",
      "E_SEAL_DIGEST",
      parts(await resignFields(first, party, (fields) => withByte(fields, 24, (b) => b ^ 1))),
    ),
    refuse("sender that nobody certified", "E_SENDER", { senderSpki: null }),
    refuse("another key in the place of the sender's", "E_SENDER", { senderSpki: stranger.spki }),
    refuse("plaintext in the place of the body", "E_FRAMING", { body: put(body, 0, utf8("%PDF-1.7")) }, 0),
    refuse("only segment marked as not the last", "E_FRAMING", { body: put(body, 0, u32(0xffffffff)) }, 0),
    refuse("segment IV with a changed bit", "E_SEGMENT", { body: withByte(body, 4, (b) => b ^ 1) }, 0),
    refuse("ciphertext with a changed bit", "E_SEGMENT", { body: withByte(body, 500, (b) => b ^ 1) }, 0),
    refuse("segment tag with a changed bit", "E_SEGMENT", { body: withByte(body, 1055, (b) => b ^ 1) }, 0),
    refuse("body one byte short", "E_LENGTH", { body: body.slice(0, -1) }),
    refuse("body one byte long", "E_LENGTH", { body: concat(body, Uint8Array.of(0)) }),
    refuse("empty body", "E_LENGTH", { body: new Uint8Array() }),
    refuse("body of the next message", "E_SEGMENT", { body: concat(...second.segments) }, 0),
    refuse("expected as a file", "E_TYPE", { expect: { type: "file", scopeId: caseKey.scopeId } }),
    refuse("file expected as a message", "E_TYPE", parts(file)),
    refuse("expected in another scope", "E_CONTEXT", { expect: { type: "message", scopeId: numbered(16) } }),
    refuse("expected at another place of the chain", "E_SEQ", {
      expect: { type: "message", scopeId: caseKey.scopeId, sequence: "2" },
    }),
    refuse("expected after another message", "E_PREV", {
      expect: { type: "message", scopeId: caseKey.scopeId, previous: numbered(32) },
    }),
    refuse("hidden byte at the end of the padding", "E_PADDING", parts(await forged(withByte(good, 1023, () => 1)))),
    refuse("hidden byte right behind the content", "E_PADDING", parts(await forged(withByte(good, 19, () => 1)))),
    refuse(
      "padded longer than needed",
      "E_PADDING",
      parts(await forged(rawFrame(utf8('{"size":5}'), hello, 1088), 1088)),
    ),
    refuse("size beyond the frame", "E_PADDING", parts(await framed('{"size":1011}'))),
    refuse("meta without size", "E_META", parts(await framed('{"name":"x"}'))),
    refuse("meta with an unknown field", "E_META", parts(await framed('{"size":5,"x":1}'))),
    refuse("meta with a field twice", "E_META", parts(await framed('{"size":5,"size":5}'))),
    refuse("meta with white space", "E_META", parts(await framed('{"size": 5}'))),
    refuse("meta with an escaped letter", "E_META", parts(await framed('{"siz\\u0065":5}'))),
    refuse(
      "meta that is not UTF-8",
      "E_META",
      parts(await forged(rawFrame(Uint8Array.of(0x22, 0xff, 0x22), hello, 1024))),
    ),
    refuse(
      "meta longer than the frame",
      "E_META",
      parts(await forged(rawFrame(utf8('{"size":5}'), hello, 1024, 1021))),
    ),
    refuse(
      "meta longer than allowed",
      "E_LIMIT",
      parts(await forged(rawFrame(utf8('{"size":5}'), hello, 1024, 65_537))),
    ),
  ];
}

async function grants() {
  const recipient = await kemKeyFromSeed(random(32));
  const other = await kemKeyFromSeed(random(32));
  const object = await caseKeyObject(caseKey.scopeId, 1);
  const { header, floeHeader } = await knownAnswer(knownAnswerInput);
  const entropy = random(80);
  const seal = (change: Partial<Parameters<typeof sealGrant>[0]> = {}) =>
    sealGrant({
      ...object,
      role: "unit",
      recipientKey: recipient.publicKey,
      secret: caseKey.secret,
      grantor: sender,
      now,
      random: () => entropy,
      ...change,
    });
  const env = await seal();
  const resigned = async (change: (env: Bytes) => Bytes, by = sender) => {
    const fields = change(env).slice(0, 1825);
    return concat(fields, await sign(by, concat(utf8("PSE1 grant v1\0"), fields)));
  };
  const refuse = (name: string, code: string, change: object) => ({ name, change, error: { code } });
  const named = (name: string, inputs: object, { objectType, objectId }: ObjectName) => ({
    name,
    inputs,
    objectType,
    objectId,
  });
  const seedObject = await unitSeedObject(unitId, 2);
  write("grants", {
    suite: 1,
    recipient,
    grantor: { spki: sender.spki, keyId: sender.keyId },
    objectNames: [
      named("case key", { scopeId: caseKey.scopeId, generation: 1 }, object),
      named("container key", { header, floeHeader }, await containerKeyObject(header, floeHeader)),
      named("unit epoch seed", { unitId, epoch: 2 }, seedObject),
      named("vault key", { accountId }, await vaultKeyObject(accountId)),
    ],
    accepted: [
      {
        name: "case key for a unit",
        env,
        entropy,
        created: now.toISOString(),
        expect: { ...object, role: "unit" },
        secret: caseKey.secret,
      },
      {
        name: "unit seed for an official",
        env: await seal({ ...seedObject, role: "official", secret: other.seed }),
        entropy,
        created: now.toISOString(),
        expect: { ...seedObject, role: "official" },
        secret: other.seed,
      },
    ],
    refused: [
      refuse("one byte short", "E_ENV_LENGTH", { env: env.slice(0, -1) }),
      refuse("one byte long", "E_ENV_LENGTH", { env: concat(env, Uint8Array.of(0)) }),
      refuse("other magic", "E_MAGIC", { env: await resigned((e) => withByte(e, 3, () => 0x32)) }),
      refuse("unknown suite", "E_SUITE", { env: await resigned((e) => withByte(e, 4, () => 2)) }),
      refuse("unknown role", "E_TYPE", { env: await resigned((e) => withByte(e, 5, () => 7)) }),
      refuse("unknown object type", "E_TYPE", { env: await resigned((e) => withByte(e, 6, () => 5)) }),
      refuse("reserved byte", "E_RESERVED", { env: await resigned((e) => withByte(e, 7, () => 1)) }),
      refuse("time beyond every calendar", "E_LIMIT", { env: await resigned((e) => withByte(e, 104, () => 1)) }),
      refuse("other role than expected", "E_CONTEXT", { env: await resigned((e) => withByte(e, 5, () => 3)) }),
      refuse("other object type than expected", "E_CONTEXT", { env: await resigned((e) => withByte(e, 6, () => 3)) }),
      refuse("other object than expected", "E_CONTEXT", { env: await resigned((e) => withByte(e, 8, (b) => b ^ 1)) }),
      refuse("for another recipient", "E_CONTEXT", { env: await seal({ recipientKey: other.publicKey }) }),
      refuse("grantor that nobody certified", "E_SENDER", { env: await seal({ grantor: stranger }) }),
      refuse("signature by somebody else", "E_ENV_GRANT", { env: await resigned((e) => e, stranger) }),
      refuse("signature of zeros", "E_ENV_GRANT", { env: concat(env.slice(0, 1825), new Uint8Array(96)) }),
      refuse("ciphertext changed, not signed", "E_ENV_GRANT", { env: withByte(env, 1800, (b) => b ^ 1) }),
      refuse("time changed, signed", "E_ENV_OPEN", { env: await resigned((e) => withByte(e, 111, (b) => b ^ 1)) }),
      refuse("ML-KEM ciphertext changed, signed", "E_ENV_OPEN", {
        env: await resigned((e) => withByte(e, 200, (b) => b ^ 1)),
      }),
      refuse("P-384 share off the curve, signed", "E_ENV_OPEN", {
        env: await resigned((e) => withByte(e, 1776, (b) => b ^ 1)),
      }),
      refuse("ciphertext changed, signed", "E_ENV_OPEN", {
        env: await resigned((e) => withByte(e, 1800, (b) => b ^ 1)),
      }),
    ],
  });
}

async function keys() {
  const account = await createAccount({ accountId, displayName: "Änne Muster", random });
  const { vaultKey } = account;
  const vault = {
    ...account.vault,
    version: 2,
    pins: {
      roots: { "stadt-a": toHex(numbered(32)) },
      epochs: { [unitId]: 3 },
      heads: { "stadt-a": { authority: 2, policy: 1, head: 12 } },
      log: { origin: "log.example/keys", size: 40, root: toHex(numbered(32)) },
    },
    sequences: { [toHex(numbered(16))]: { sequence: 4, messageId: toHex(numbered(32)) } },
  };
  const sealed = await sealVault(vault, vaultKey, random);
  const recoveryKey = random(20);
  const slot = await sealRecoverySlot({ vaultKey, recoveryKey, accountId, random });
  const printed = formatRecoveryKey(recoveryKey);
  const fingerprint = await rootFingerprint(sender.spki);
  const wrongCharacter = printed[7] === "7" ? "8" : "7";
  write("keys", {
    signing: { pkcs8: senderPkcs8, spki: sender.spki, keyId: sender.keyId },
    kem: account.keys.kem,
    vault: {
      accountId,
      vaultKey,
      minimumVersion: 2,
      sealed,
      result: { ...vault, kemSeed: vault.kemSeed, signingKey: vault.signingKey },
      refused: [
        { name: "other magic", change: { sealed: withByte(sealed, 0, () => 0) }, error: "E_VAULT" },
        { name: "other account", change: { accountId: otherAccountId }, error: "E_VAULT" },
        { name: "other version outside", change: { sealed: withByte(sealed, 27, () => 3) }, error: "E_VAULT" },
        { name: "older than one seen", change: { minimumVersion: 3 }, error: "E_VAULT_OLD" },
        { name: "changed ciphertext", change: { sealed: withByte(sealed, 60, (b) => b ^ 1) }, error: "E_VAULT" },
        { name: "cut", change: { sealed: sealed.slice(0, -1) }, error: "E_VAULT" },
        { name: "other key", change: { vaultKey: numbered(32) }, error: "E_VAULT" },
      ],
    },
    recoverySlot: {
      accountId,
      recoveryKey,
      header: slot.header,
      wrapped: slot.wrapped,
      vaultKey,
      refused: [
        { name: "other magic", change: { header: withByte(slot.header, 3, () => 0x32) } },
        { name: "reserved passphrase type", change: { header: withByte(slot.header, 4, () => 1) } },
        { name: "reserved byte", change: { header: withByte(slot.header, 7, () => 1) } },
        { name: "other account in the header", change: { header: withByte(slot.header, 23, (b) => b ^ 1) } },
        { name: "other account expected", change: { accountId: otherAccountId } },
        { name: "other salt", change: { header: withByte(slot.header, 55, (b) => b ^ 1) } },
        { name: "header one byte long", change: { header: concat(slot.header, Uint8Array.of(0)) } },
        { name: "changed ciphertext", change: { wrapped: withByte(slot.wrapped, 30, (b) => b ^ 1) } },
        { name: "cut", change: { wrapped: slot.wrapped.slice(0, -1) } },
        { name: "other recovery key", change: { recoveryKey: numbered(20) } },
      ].map((one) => ({ ...one, error: "E_SLOT" })),
    },
    recoveryKeys: {
      accepted: [
        { typed: printed, bytes: recoveryKey },
        { typed: printed.toLowerCase().replaceAll("-", " "), bytes: recoveryKey },
        { typed: printed.replaceAll("0", "o").replaceAll("1", "l"), bytes: recoveryKey },
        { typed: formatRecoveryKey(new Uint8Array(20)), bytes: new Uint8Array(20) },
        { typed: formatRecoveryKey(numbered(20)), bytes: numbered(20) },
      ],
      refused: [
        {
          typed: `${printed.slice(0, 7)}${wrongCharacter}${printed.slice(8)}`,
          error: { code: "E_RECOVERY_CHECKSUM", group: 1 },
        },
        { typed: `U${printed.slice(1)}`, error: { code: "E_RECOVERY_FORMAT", group: 0 } },
        { typed: printed.slice(0, -1), error: { code: "E_RECOVERY_FORMAT", group: 7 } },
        { typed: printed.slice(0, -6), error: { code: "E_RECOVERY_FORMAT" } },
      ],
    },
    fingerprint: { rootSpki: sender.spki, hex: fingerprint, digits: formatFingerprint(fingerprint) },
  });
}

async function statements() {
  const authority = "stadt-musterhausen";
  const { key: root } = await generateSigningKey();
  const { key: operational } = await generateSigningKey();
  const { key: receiptKey } = await generateSigningKey();
  const inTime = { not_before: "2026-11-01T00:00:00.000Z", expires: "2027-11-01T00:00:00.000Z" };
  const [old, current] = [await kemKeyFromSeed(random(32)), await kemKeyFromSeed(random(32))];
  const spki = (key: typeof root) => toBase64Url(key.spki);
  const own: Statement = {
    type: "authority",
    authority,
    name: "Stadt Musterhausen",
    root: spki(root),
    operational: spki(operational),
    seq: 1,
    ...inTime,
  };
  const unitKey = { type: "unit-key" as const, authority, unit_id: unitId, kem: "0051", ...inTime };
  const first = await signStatement(
    { ...unitKey, epoch: 1, key: toBase64Url(old.publicKey), seq: 1, prev: null },
    operational,
  );
  const secondStatement = {
    ...unitKey,
    epoch: 2,
    key: toBase64Url(current.publicKey),
    seq: 2,
    prev: toHex(await sha256(first.payload)),
  };
  const second = await signStatement(secondStatement, operational);
  const member = { account: accountId, role: "lead" as const, signing_key: spki(sender), kem_key_id: toHex(old.keyId) };
  const membersStatement = {
    type: "members" as const,
    authority,
    unit_id: unitId,
    seq: 1,
    members: [member],
    ...inTime,
  };
  const members = await signStatement(membersStatement, operational);
  const receiptStatement = await signStatement(
    { type: "receipt-key", authority, key: spki(receiptKey), ...inTime },
    operational,
  );
  const { key: formerReceiptKey } = await generateSigningKey();
  const inThePast = { not_before: "2025-11-01T00:00:00.000Z", expires: inTime.not_before };
  const formerReceiptStatement = await signStatement(
    { type: "receipt-key", authority, key: spki(formerReceiptKey), ...inThePast },
    operational,
  );
  const root1 = await signStatement(own, root);
  const logPolicy: Statement = {
    type: "log-policy",
    authority,
    seq: 1,
    origin: "log.example/keys",
    log_key: spki(receiptKey),
    witnesses: [{ name: "witness.example", key: spki(sender) }],
    threshold: 1,
    ...inTime,
  };
  const policy1 = await signStatement(logPolicy, root);
  const headFor = async (list: readonly SignedBytes[], change: Partial<DirectoryHead> = {}) => ({
    type: "directory-head" as const,
    authority,
    seq: 7,
    units: await headUnits(list.map(({ payload }) => payload)),
    not_before: "2026-11-20T00:00:00.000Z",
    expires: inTime.expires,
    ...change,
  });
  const text = ({ payload, signature }: SignedBytes) => ({ payload: new TextDecoder().decode(payload), signature });
  const listed = [root1, policy1, first, second, members, formerReceiptStatement, receiptStatement];
  const expiredMembers = await signStatement({ ...membersStatement, ...inThePast }, operational);
  const withExpired = [root1, policy1, first, second, expiredMembers];
  const signedHead = async (list: readonly SignedBytes[], change?: Partial<DirectoryHead>) =>
    signStatement(await headFor(list, change), operational);
  const head = await signedHead(listed);
  const all = [...listed, head];
  const empty = await signedHead([]);
  const payloads = listed.map(({ payload }) => payload);
  const refuse = (name: string, code: string, change: { statements?: SignedBytes[]; [other: string]: unknown }) => ({
    name,
    change: change.statements === undefined ? change : { ...change, statements: change.statements.map(text) },
    error: code,
  });
  const raw = (json: string) => signPayload("statement", utf8(json), operational);
  const json = JSON.stringify(membersStatement);
  const receipt: Receipt = {
    type: "receipt",
    version: 1,
    authority,
    unit_id: unitId,
    case_id: otherAccountId,
    reference: "MUS-2026-000123",
    received_at: now.toISOString(),
    sender: { key_id: "ff".repeat(32), assurance: "substantial" },
    documents: [
      { document_id: accountId, message_id: "aa".repeat(32), ciphertext_digest: "bb".repeat(32), bytes: 1056 },
    ],
    messages: [{ id: unitId, message_id: "cc".repeat(32), ciphertext_digest: "dd".repeat(32), bytes: 1056 }],
    count: 2,
    bytes: 2112,
  };
  const signed = await signReceipt(receipt, receiptKey);
  const rawReceipt = async (change: object) =>
    text(await signPayload("receipt", utf8(JSON.stringify({ ...receipt, ...change })), receiptKey));
  const expected = {
    authority,
    caseId: otherAccountId,
    senderKeyId: "ff".repeat(32),
    messageIds: ["aa".repeat(32), "cc".repeat(32)],
  };
  write("statements", {
    directory: {
      authority,
      now: now.toISOString(),
      pinnedRoot: await rootFingerprint(root.spki),
      pinnedEpochs: { [unitId]: 2 },
      pinnedSeqs: { authority: 1, policy: 1, head: 7 },
      statements: all.map(text),
      result: {
        seqs: { authority: 1, policy: 1, head: 7 },
        headIssuedAt: "2026-11-20T00:00:00.000Z",
        lastFresh: "2026-11-23T00:00:00.000Z",
        name: "Stadt Musterhausen",
        unitId,
        epoch: 2,
        unitKeyId: current.keyId,
        signers: { [toHex(sender.keyId)]: { account: accountId, role: "lead" } },
        receiptKeyIds: [formerReceiptKey.keyId, receiptKey.keyId],
      },
      refused: [
        refuse("other root than pinned", "E_ROOT_CHANGED", { pinnedRoot: "00".repeat(32) }),
        refuse("no authority statement", "E_STATEMENT", { statements: all.slice(1) }),
        refuse("authority statement twice", "E_STATEMENT", { statements: [root1, ...all] }),
        refuse("no log policy", "E_STATEMENT", { statements: all.filter((one) => one !== policy1) }),
        refuse("log policy twice", "E_STATEMENT", {
          statements: [...all, await signStatement({ ...logPolicy, seq: 2 }, root)],
        }),
        refuse("log policy signed by the operational key", "E_STATEMENT_SIG", {
          statements: [...all.filter((one) => one !== policy1), await signStatement(logPolicy, operational)],
        }),
        refuse("authority not signed by its root", "E_STATEMENT_SIG", {
          statements: [await signStatement(own, operational)],
        }),
        refuse("unit key signed by the root", "E_STATEMENT_SIG", {
          statements: [root1, policy1, await signStatement({ ...secondStatement }, root)],
        }),
        refuse("members signed by a member", "E_STATEMENT_SIG", {
          statements: [root1, policy1, await signStatement(membersStatement, sender)],
        }),
        refuse("statement signed as a receipt", "E_STATEMENT_SIG", {
          statements: [root1, policy1, await signPayload("receipt", members.payload, operational)],
        }),
        refuse("other authority", "E_STATEMENT_CONTEXT", { authority: "stadt-anderswo" }),
        refuse("not yet valid", "E_STATEMENT_EXPIRED", { now: "2026-10-31T23:59:59.999Z" }),
        refuse("expired", "E_STATEMENT_EXPIRED", { now: inTime.expires }),
        refuse("members list expired", "E_STATEMENT_EXPIRED", {
          statements: [...withExpired, await signedHead(withExpired)],
        }),
        refuse("older epoch than pinned", "E_EPOCH_OLD", { pinnedEpochs: { [unitId]: 3 } }),
        refuse("only the old epoch", "E_EPOCH_OLD", {
          statements: [root1, policy1, first, members, await signedHead([root1, policy1, first, members])],
        }),
        refuse("other KEM", "E_SUITE", {
          statements: [root1, policy1, await signStatement({ ...secondStatement, kem: "0050" }, operational), empty],
        }),
        refuse("broken chain", "E_STATEMENT_SEQ", {
          statements: [
            root1,
            policy1,
            first,
            await signStatement({ ...secondStatement, prev: "00".repeat(32) }, operational),
            empty,
          ],
        }),
        refuse("number twice", "E_STATEMENT_SEQ", { statements: [...all, members] }),
        refuse("no head", "E_STATEMENT", { statements: listed }),
        refuse("head twice", "E_STATEMENT", { statements: [...all, head] }),
        refuse("two heads", "E_STATEMENT", { statements: [...all, await signedHead(listed, { seq: 8 })] }),
        refuse("head signed by the root", "E_STATEMENT_SIG", {
          statements: [...listed, await signStatement(await headFor(listed), root)],
        }),
        refuse("head of an earlier number than one seen", "E_HEAD_OLD", {
          pinnedSeqs: { authority: 1, policy: 1, head: 8 },
        }),
        refuse("authority statement of an earlier number than one seen", "E_HEAD_OLD", {
          pinnedSeqs: { authority: 2, policy: 1, head: 7 },
        }),
        refuse("log policy of an earlier number than one seen", "E_HEAD_OLD", {
          pinnedSeqs: { authority: 1, policy: 2, head: 7 },
        }),
        refuse("head not yet valid", "E_STATEMENT_EXPIRED", {
          statements: [...listed, await signedHead(listed, { not_before: "2026-11-21T08:00:00.001Z" })],
        }),
        refuse("newest unit key held back", "E_HEAD_MISMATCH", { statements: all.filter((one) => one !== second) }),
        refuse("members held back", "E_HEAD_MISMATCH", { statements: all.filter((one) => one !== members) }),
        refuse("newer members than the head names", "E_HEAD_MISMATCH", {
          statements: [...all, await signStatement({ ...membersStatement, seq: 2, members: [] }, operational)],
        }),
        refuse("other epoch in the head", "E_HEAD_MISMATCH", {
          statements: [
            ...listed,
            await signedHead(listed, { units: (await headUnits(payloads)).map((row) => ({ ...row, epoch: 3 })) }),
          ],
        }),
        refuse("unit twice in the head", "E_STATEMENT", {
          statements: [
            ...listed,
            await signedHead(listed, { units: [...(await headUnits(payloads)), ...(await headUnits(payloads))] }),
          ],
        }),
        refuse("unknown type", "E_STATEMENT", {
          statements: [root1, policy1, await raw(json.replace('"members"', '"root-rotation"'))],
        }),
        refuse("unknown field", "E_STATEMENT", {
          statements: [root1, policy1, await raw(json.replace("{", '{"note":1,'))],
        }),
        refuse("field twice", "E_STATEMENT", {
          statements: [root1, policy1, await raw(json.replace('"seq":1', '"seq":1,"seq":1'))],
        }),
        refuse("white space", "E_STATEMENT", { statements: [root1, policy1, await raw(`${json} `)] }),
      ],
    },
    receipt: {
      receiptKey: {
        spki: receiptKey.spki,
        keyId: receiptKey.keyId,
        validFrom: inTime.not_before,
        validUntil: inTime.expires,
      },
      expect: expected,
      signed: text(signed),
      result: receipt,
      refused: [
        {
          name: "one container more was sent",
          change: { expect: { ...expected, messageIds: [...expected.messageIds, "ee".repeat(32)] } },
          error: "E_RECEIPT_CONTEXT",
        },
        {
          name: "one container less was sent",
          change: { expect: { ...expected, messageIds: expected.messageIds.slice(1) } },
          error: "E_RECEIPT_CONTEXT",
        },
        { name: "another case", change: { expect: { ...expected, caseId: accountId } }, error: "E_RECEIPT_CONTEXT" },
        {
          name: "another authority",
          change: { expect: { ...expected, authority: "stadt-anderswo" } },
          error: "E_RECEIPT_CONTEXT",
        },
        {
          name: "another sender",
          change: { expect: { ...expected, senderKeyId: "ee".repeat(32) } },
          error: "E_RECEIPT_CONTEXT",
        },
        {
          name: "an unknown level of login",
          change: { signed: await rawReceipt({ sender: { ...receipt.sender, assurance: "certain" } }) },
          error: "E_RECEIPT",
        },
        {
          name: "no sender",
          change: { signed: await rawReceipt({ sender: undefined }) },
          error: "E_RECEIPT",
        },
        {
          name: "signed as a statement",
          change: { signed: text(await signPayload("statement", signed.payload, receiptKey)) },
          error: "E_RECEIPT_SIG",
        },
        {
          name: "signed by another key",
          change: { signed: text(await signReceipt(receipt, operational)) },
          error: "E_RECEIPT_SIG",
        },
        {
          name: "received before the key was valid",
          change: { signed: await rawReceipt({ received_at: "2026-10-31T23:59:59.999Z" }) },
          error: "E_RECEIPT_SIG",
        },
        { name: "wrong count", change: { signed: await rawReceipt({ count: 3 }) }, error: "E_RECEIPT" },
        { name: "wrong sum", change: { signed: await rawReceipt({ bytes: 2113 }) }, error: "E_RECEIPT" },
        { name: "other version", change: { signed: await rawReceipt({ version: 2 }) }, error: "E_RECEIPT" },
        { name: "unknown field", change: { signed: await rawReceipt({ note: "" }) }, error: "E_RECEIPT" },
      ],
    },
  });
}

const files = { psc1: containers, grants, keys, statements, log: async () => write("log", await logVectors()) };
const wanted = process.argv.slice(2);
for (const [name, make] of Object.entries(files)) if (wanted.length === 0 || wanted.includes(name)) await make();

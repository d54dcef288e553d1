import { describe, expect, it } from "vitest";
import { concat, equalBytes, fromHex, toHex, utf8, type Bytes } from "./bytes.ts";
import { signReceipt, verifyReceipt } from "./container/receipt.ts";
import { openContainer } from "./container/open.ts";
import { beginSeal } from "./container/seal.ts";
import { verifySeal } from "./container/seal-record.ts";
import { openGrant } from "./envelope/accept.ts";
import { sealGrant } from "./envelope/grant.ts";
import { caseKeyObject, containerKeyObject, unitSeedObject, vaultKeyObject } from "./envelope/objects.ts";
import { formatFingerprint, rootFingerprint } from "./keys/fingerprint.ts";
import { kemKeyFromSeed } from "./keys/kem.ts";
import { parseRecoveryKey } from "./keys/recovery.ts";
import { importSigningKey } from "./keys/signing.ts";
import { openRecoverySlot } from "./keys/slot.ts";
import { openVault } from "./keys/vault.ts";
import { sha256 } from "./primitives.ts";
import { verifyDirectory } from "./statement/verify-directory.ts";
import { hex, outcome, refusal } from "./testing/fixtures.ts";
import { knownAnswer, knownAnswerInput } from "./testing/known-answer.ts";
import {
  readVectors,
  type ContainerVectors,
  type GrantVectors,
  type KeyVectors,
  type ObjectText,
  type SignedText,
  type StatementVectors,
} from "./testing/read-vectors.ts";

const containers = readVectors<ContainerVectors>("psc1");
const grants = readVectors<GrantVectors>("grants");
const keys = readVectors<KeyVectors>("keys");
const statements = readVectors<StatementVectors>("statements");

const hexOf = (values: Record<string, Uint8Array>) =>
  Object.fromEntries(Object.entries(values).map(([name, bytes]) => [name, toHex(bytes)]));

const caseKeyOf = ({ scopeId, generation, secret }: { scopeId: string; generation: number; secret: string }) => ({
  scopeId: fromHex(scopeId),
  generation,
  secret: fromHex(secret),
});

describe("the known answer of the format", () => {
  const design = {
    header: hex(
      `5053433101020000 404142434445464748494a4b4c4d4e4f 505152535455565758595a5b5c5d5e5f 00000001 00000000
      0000000000000007 0000000000000400 606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f`.replaceAll(
        /\s/g,
        "",
      ) + "00".repeat(32),
    ),
    containerKey: hex("d5bcde1c686fdb323118a8b7e15b760400b9a3a829bd6b45dee84f4323b60b5f"),
    headerTag: hex("7b52a78dc7d12c09378857d476741c1f857fc691c7efac8ea6ec2359333227fb"),
    messageKey: hex("2b7779b294cdfbc6a066336c806665e1eba0a8199b51ee0f8e91835276ab835daca93957aab2b750ae6d7a10a1ddc2fb"),
    dataKey: hex("ef0ffbab71a8bad54946013160b2a44bae3838ee7f7d3553450323514d467776"),
    segmentDigest: hex("eee2ba452308271913017db80be607570004c6e61ceeeba17c474fb5977dcc8b"),
    sealFields: hex(
      "5053533101000000 0000000000000420 0000000000000001 " +
        "a8e832eb9806218b9d3dd9149efbdacaf6e9c4739fc4157967880b8a4f41bb29 " +
        "d56cdfd1630f9179b9451da2b6ea083bae39a2f868720392d95a1c860a46bc93",
    ),
    messageId: hex("86a23eb527b4221fdce9893c3a061f8159e8862b457703a96b4dec7dbfb4f74e"),
  };

  it("is computed here as two other programs computed it", async () => {
    const result = await knownAnswer(knownAnswerInput);
    expect(hexOf(result)).toMatchObject(hexOf(design));
    expect(toHex(result.segment.slice(0, 48))).toBe(
      "00000420a0a1a2a3a4a5a6a7a8a9aaab1f1b3efc4fba65429ebc949d918cfdb6ddbbaa91db5a975d723465206ed6e0e3",
    );
  });

  it("is what the published vectors say, value by value", async () => {
    const result = await knownAnswer(knownAnswerInput);
    expect(hexOf(result)).toEqual(containers.knownAnswer.result);
  });
});

describe("container vectors", () => {
  const open = (vector: Omit<ContainerVectors["accepted"][number], "name" | "result">) => {
    const { type, scopeId, sequence, previous } = vector.expect;
    return openContainer({
      header: fromHex(vector.header),
      floeHeader: fromHex(vector.floeHeader),
      seal: fromHex(vector.seal),
      body: [fromHex(vector.body)],
      caseKey: caseKeyOf(vector.caseKey),
      expect: {
        type,
        scopeId: fromHex(scopeId),
        ...(sequence === undefined ? {} : { sequence: BigInt(sequence) }),
        ...(previous === undefined ? {} : { previous: fromHex(previous) }),
      },
      senderKeys: () => (vector.senderSpki === null ? undefined : fromHex(vector.senderSpki)),
    });
  };

  it.each(containers.accepted)("accepts: $name", async (vector) => {
    const { meta, chunks, messageId } = await open(vector);
    expect(meta).toEqual(vector.result.meta);
    expect(toHex(concat(...chunks))).toBe(vector.result.content);
    expect(toHex(messageId)).toBe(vector.result.messageId);
  });

  it.each(containers.refused)("refuses: $name", async ({ base, change, error }) => {
    const vector = containers.accepted.find(({ name }) => name === base);
    if (vector === undefined) throw new Error("no such base");
    expect(await refusal(() => open({ ...vector, ...change }))).toEqual(error);
  });

  it("has the bytes of three segments come out as described", async () => {
    const { longBody } = containers;
    const draws = [longBody.containerId, longBody.floeIv, ...longBody.segmentIvs].map(fromHex);
    const { pkcs8 } = keys.signing;
    const sealing = await beginSeal({
      caseKey: caseKeyOf(longBody.caseKey),
      sender: await importSigningKey(fromHex(pkcs8)),
      type: "file",
      meta: {},
      size: longBody.meta.size,
      random: () => draws.shift() ?? new Uint8Array(),
    });
    const content = Uint8Array.from({ length: longBody.meta.size }, (_, i) => i % 251);
    const segments = await Array.fromAsync(sealing.segments([content]), ({ bytes }) => bytes);
    expect(toHex(sealing.header)).toBe(longBody.header);
    expect(toHex(sealing.floeHeader)).toBe(longBody.floeHeader);
    expect(segments.map(({ length }) => length)).toEqual(longBody.segmentLengths);
    const digests = await Promise.all(segments.map(sha256));
    expect(digests.map(toHex)).toEqual(longBody.segmentDigests);
    const { messageId } = await verifySeal({
      ...sealing,
      seal: fromHex(longBody.seal),
      segmentDigests: digests,
      senderSpki: fromHex(longBody.senderSpki),
    });
    expect(toHex(messageId)).toBe(longBody.messageId);
  });
});

describe("grant vectors", () => {
  const grantor = (keyId: string): Bytes | undefined =>
    keyId === grants.grantor.keyId ? fromHex(grants.grantor.spki) : undefined;
  const nameOf = ({ objectType, objectId }: ObjectText) => ({
    objectType,
    objectId: fromHex(objectId),
  });
  const open = async (env: string, expected: GrantVectors["accepted"][number]["expect"]) =>
    openGrant({
      env: fromHex(env),
      recipient: await kemKeyFromSeed(fromHex(grants.recipient.seed)),
      expect: { ...nameOf(expected), role: expected.role },
      grantors: grantor,
    });

  it("expands the recipient's seed to the published key", async () => {
    const { publicKey, keyId } = await kemKeyFromSeed(fromHex(grants.recipient.seed));
    expect({ publicKey: toHex(publicKey), keyId: toHex(keyId) }).toMatchObject({
      publicKey: grants.recipient.publicKey,
      keyId: grants.recipient.keyId,
    });
  });

  it.each(grants.objectNames)("names: $name", async ({ inputs, ...vector }) => {
    const {
      scopeId = "",
      header = "",
      floeHeader = "",
      unitId = "",
      accountId = "",
      generation = 0,
      epoch = 0,
    } = inputs;
    const names = {
      caseKey: () => caseKeyObject(fromHex(scopeId), generation),
      containerKey: () => containerKeyObject(fromHex(header), fromHex(floeHeader)),
      unitSeed: () => unitSeedObject(unitId, epoch),
      vaultKey: () => vaultKeyObject(accountId),
    };
    expect(await names[vector.objectType]()).toEqual(nameOf(vector));
  });

  it.each(grants.accepted)(
    "accepts and writes again: $name",
    async ({ env, expect: expected, secret, entropy, created }) => {
      expect(toHex(await open(env, expected))).toBe(secret);
      const again = await sealGrant({
        ...nameOf(expected),
        role: expected.role,
        recipientKey: fromHex(grants.recipient.publicKey),
        secret: fromHex(secret),
        grantor: await importSigningKey(fromHex(keys.signing.pkcs8)),
        now: new Date(created),
        random: () => fromHex(entropy),
      });
      // The signature behind is random.
      expect(equalBytes(again.slice(0, 1825), fromHex(env).slice(0, 1825))).toBe(true);
    },
  );

  it.each(grants.refused)("refuses: $name", async ({ change, error }) => {
    const [first] = grants.accepted;
    if (first === undefined) throw new Error("no accepted vector");
    expect(await refusal(() => open(change.env, first.expect))).toEqual(error);
  });
});

describe("key vectors", () => {
  const openedVault = ({
    accountId,
    vaultKey,
    minimumVersion,
    sealed,
  }: Omit<KeyVectors["vault"], "result" | "refused">) =>
    openVault({ accountId, minimumVersion, vaultKey: fromHex(vaultKey), sealed: fromHex(sealed) });
  const openedSlot = (slot: Omit<KeyVectors["recoverySlot"], "vaultKey" | "refused">) =>
    openRecoverySlot({
      accountId: slot.accountId,
      recoveryKey: fromHex(slot.recoveryKey),
      slot: { header: fromHex(slot.header), wrapped: fromHex(slot.wrapped) },
    });

  it("have the ids and the fingerprint of their keys", async () => {
    const signing = await importSigningKey(fromHex(keys.signing.pkcs8));
    expect([toHex(signing.spki), toHex(signing.keyId)]).toEqual([keys.signing.spki, keys.signing.keyId]);
    const kem = await kemKeyFromSeed(fromHex(keys.kem.seed));
    expect([toHex(kem.publicKey), toHex(kem.keyId)]).toEqual([keys.kem.publicKey, keys.kem.keyId]);
    const fingerprint = await rootFingerprint(fromHex(keys.fingerprint.rootSpki));
    expect([fingerprint, formatFingerprint(fingerprint)]).toEqual([keys.fingerprint.hex, keys.fingerprint.digits]);
  });

  it("open the vault", async () => {
    const { result } = keys.vault;
    const expected = { ...result, kemSeed: fromHex(result.kemSeed), signingKey: fromHex(result.signingKey) };
    expect(await openedVault(keys.vault)).toEqual(expected);
  });

  it.each(keys.vault.refused)("refuse a vault: $name", async ({ change, error }) => {
    expect(await outcome(() => openedVault({ ...keys.vault, ...change }))).toBe(error);
  });

  it("open the recovery slot", async () => {
    expect(toHex(await openedSlot(keys.recoverySlot))).toBe(keys.recoverySlot.vaultKey);
  });

  it.each(keys.recoverySlot.refused)("refuse a recovery slot: $name", async ({ change, error }) => {
    expect(await outcome(() => openedSlot({ ...keys.recoverySlot, ...change }))).toBe(error);
  });

  it.each(keys.recoveryKeys.accepted)("read the recovery key $typed", ({ typed, bytes }) => {
    expect(toHex(parseRecoveryKey(typed))).toBe(bytes);
  });

  it.each(keys.recoveryKeys.refused)("refuse the recovery key $typed", async ({ typed, error }) => {
    expect(await refusal(() => parseRecoveryKey(typed))).toEqual(error);
  });
});

describe("statement vectors", () => {
  const bytesOf = ({ payload, signature }: SignedText) => ({ payload: utf8(payload), signature: fromHex(signature) });
  const verified = (directory: Omit<StatementVectors["directory"], "result" | "refused">) =>
    verifyDirectory({
      authority: directory.authority,
      now: new Date(directory.now),
      pinnedRoot: directory.pinnedRoot,
      pinnedEpochs: directory.pinnedEpochs,
      pinnedSeqs: directory.pinnedSeqs,
      statements: directory.statements.map(bytesOf),
    });

  it("give the directory", async () => {
    const { result } = statements.directory;
    const directory = await verified(statements.directory);
    expect(directory.name).toBe(result.name);
    const unitKey = directory.unitKey(result.unitId);
    expect([unitKey?.epoch, toHex(unitKey?.keyId ?? new Uint8Array())]).toEqual([result.epoch, result.unitKeyId]);
    const signers = Array.from(directory.signers(result.unitId), ([id, { account, role }]) => [id, { account, role }]);
    expect(Object.fromEntries(signers)).toEqual(result.signers);
    expect(directory.receiptKeys.map(({ keyId }) => toHex(keyId))).toEqual(result.receiptKeyIds);
    expect([directory.seqs, directory.headIssuedAt]).toEqual([result.seqs, new Date(result.headIssuedAt)]);
    const lastFresh = Date.parse(result.lastFresh);
    expect([lastFresh, lastFresh + 1].map((time) => directory.isFreshAt(new Date(time)))).toEqual([true, false]);
  });

  it.each(statements.directory.refused)("refuse a directory: $name", async ({ change, error }) => {
    expect(await outcome(() => verified({ ...statements.directory, ...change }))).toBe(error);
  });

  const read = ({ signed, expect: expected }: Pick<StatementVectors["receipt"], "signed" | "expect">) => {
    const { spki, keyId, validFrom, validUntil } = statements.receipt.receiptKey;
    return verifyReceipt({
      receipt: bytesOf(signed),
      receiptKeys: [
        {
          spki: fromHex(spki),
          keyId: fromHex(keyId),
          validFrom: new Date(validFrom),
          validUntil: new Date(validUntil),
        },
      ],
      expect: {
        ...expected,
        senderKeyId: fromHex(expected.senderKeyId),
        messageIds: expected.messageIds.map(fromHex),
      },
    });
  };

  it("give the receipt, and it is written with the same bytes again", async () => {
    const receipt = await read(statements.receipt);
    expect(receipt).toEqual(statements.receipt.result);
    const { payload } = await signReceipt(receipt, await importSigningKey(fromHex(keys.signing.pkcs8)));
    expect(new TextDecoder().decode(payload)).toBe(statements.receipt.signed.payload);
  });

  it.each(statements.receipt.refused)("refuse a receipt: $name", async ({ change, error }) => {
    expect(await outcome(() => read({ ...statements.receipt, ...change }))).toBe(error);
  });
});

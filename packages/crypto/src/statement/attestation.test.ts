import { describe, expect, it } from "vitest";
import { concat, fromHex, toBase64Url, toHex, utf8, uuidBytes } from "../bytes.ts";
import { accountFingerprint, formatFingerprint, unitKeyFingerprint } from "../keys/fingerprint.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { accountId, flipBit, now, outcome, unitId } from "../testing/fixtures.ts";
import { readVectors, type SignedText } from "../testing/read-vectors.ts";
import { endDigest, signAccountChange, verifyAccountChange, waysDigest } from "./account-change.ts";
import { signAttestation, verifyAttestation, type Attestation } from "./attestation.ts";
import type { Signed } from "./dsse.ts";
import { signObjection, verifyObjection } from "./objection.ts";
import type { MemberRole } from "./statement.ts";
import type { Author } from "./verify-directory.ts";

type Refused = { name: string; signed: SignedText; error: string }[];
type Vectors = {
  fingerprint: { kemKeyId: string; signingSpki: string; hex: string; digits: string };
  attestation: {
    expect: { authority: string; unitId: string; caseId: string; account: string };
    signers: { keyId: string; spki: string; role: MemberRole }[];
    signed: SignedText;
    result: { formerKeyId: string; newKeyId: string; newKemKeyId: string; checked: string };
    refused: Refused;
  };
  objection: {
    formerSpki: string;
    expect: { account: string; newKeyId: string };
    signed: SignedText;
    refused: Refused;
  };
  accountChange: {
    spki: string;
    ways: { before: string[]; removed: string | null; added: AddedText | null; digest: string }[];
    ends: { account: string; digest: string }[];
    expect: { account: string; what: "ways"; vault_version: number; digest: string };
    signed: SignedText;
    refused: Refused;
  };
};
type AddedText = { slotId: string; header: string; wrapped: string };
const vectors = readVectors<Vectors>("attestations");

const bytesOf = ({ payload, signature }: SignedText): Signed => ({
  payload: utf8(payload),
  signature: fromHex(signature),
});
const authors = new Map<string, Author>(
  vectors.attestation.signers.map(({ keyId, spki, role }) => [
    keyId,
    { account: accountId, role, spki: fromHex(spki), kemKeyId: "", until: null },
  ]),
);
const attest = (signed: Signed, by: ReadonlyMap<string, Author> = authors) =>
  verifyAttestation({ signed, authors: by, expect: vectors.attestation.expect });
const object = (signed: Signed) =>
  verifyObjection({ signed, formerSpki: fromHex(vectors.objection.formerSpki), expect: vectors.objection.expect });

describe("an attestation", () => {
  it("names both keys, the case, and who looked how", async () => {
    const { checked, ...keys } = vectors.attestation.result;
    const read = await attest(bytesOf(vectors.attestation.signed));
    expect(read).toMatchObject(keys);
    expect(read.attestation.checked).toBe(checked);
    expect(read.signer.role).toBe("official");
  });

  it.each(vectors.attestation.refused)("is refused $name", async ({ signed, error }) => {
    expect(await outcome(() => attest(bytesOf(signed)))).toBe(error);
  });

  it("is refused for a changed bit anywhere", async () => {
    const signed = bytesOf(vectors.attestation.signed);
    for (let bit = 0; bit < signed.payload.length * 8; bit += 37)
      expect(await outcome(() => attest({ ...signed, payload: flipBit(signed.payload, bit) }))).not.toBe("accepted");
    for (let bit = 0; bit < 96 * 8; bit += 11)
      expect(await outcome(() => attest({ ...signed, signature: flipBit(signed.signature, bit) }))).toBe(
        "E_ATTESTATION_SIG",
      );
  });

  it("stays good when its official leaves, and is none from that moment on", async () => {
    const signed = bytesOf(vectors.attestation.signed);
    const attestedAt = Date.parse((await attest(signed)).attestation.attested_at);
    const leaving = (at: number) =>
      new Map(Array.from(authors, ([keyId, author]) => [keyId, { ...author, until: new Date(at) }]));
    expect(await outcome(() => attest(signed, leaving(attestedAt + 1)))).toBe("accepted");
    expect(await outcome(() => attest(signed, leaving(attestedAt)))).toBe("E_ATTESTATION_SIG");
  });

  it("is not signed in the name of another key", async () => {
    const { key } = await generateSigningKey();
    const word = JSON.parse(vectors.attestation.signed.payload) as Attestation;
    expect(await outcome(() => signAttestation(word, key))).toBe("E_ATTESTATION");
    const own = { ...word, attested_by: toHex(key.keyId), new_key: toBase64Url(key.spki) };
    expect(await outcome(() => signAttestation(own, key))).toBe("accepted");
  });
});

describe("an objection", () => {
  it("is the former key's word against the new one", async () => {
    expect(await object(bytesOf(vectors.objection.signed))).toMatchObject({ account: accountId });
  });

  it.each(vectors.objection.refused)("is refused $name", async ({ signed, error }) => {
    expect(await outcome(() => object(bytesOf(signed)))).toBe(error);
  });

  it("is read without a key in mind too, and is still that account's and that former key's", async () => {
    const { signed, formerSpki, expect: expected, refused } = vectors.objection;
    const read = (text: SignedText, account = expected.account) =>
      outcome(() => verifyObjection({ signed: bytesOf(text), formerSpki: fromHex(formerSpki), expect: { account } }));
    expect(await read(signed)).toBe("accepted");
    expect(await read(signed, unitId)).toBe("E_OBJECTION_CONTEXT");
    for (const { name, signed: other, error } of refused)
      expect(await read(other), name).toBe(name === "to another key" ? "accepted" : error);
  });

  it("is not signed by another key than the former one", async () => {
    const [one, other] = [(await generateSigningKey()).key, (await generateSigningKey()).key];
    const word = {
      type: "objection" as const,
      version: 1 as const,
      account: unitId,
      former_key_id: toHex(one.keyId),
      new_key_id: toHex(other.keyId),
      objected_at: now.toISOString(),
    };
    expect(await outcome(() => signObjection(word, other))).toBe("E_OBJECTION");
    expect(await outcome(() => signObjection(word, one))).toBe("accepted");
  });
});

describe("a change of an account", () => {
  const { spki, ways, ends, expect: expected, signed: accepted, refused } = vectors.accountChange;
  const change = (signed: Signed) => verifyAccountChange({ signed, spki: fromHex(spki), expect: expected });

  it("is the word of its key about these slots and no others", async () => {
    expect(await outcome(() => change(bytesOf(accepted)))).toBe("accepted");
  });

  it.each(refused)("is refused $name", async ({ signed, error }) => {
    expect(await outcome(() => change(bytesOf(signed)))).toBe(error);
  });

  it.each(ways)("has a digest of the slots before, the removed one and the added one: $digest", async (vector) => {
    const { slotId = "", header = "", wrapped = "" } = vector.added ?? {};
    const added = vector.added ? { slotId, header: fromHex(header), wrapped: fromHex(wrapped) } : undefined;
    const { before } = vector;
    const digest = await waysDigest({ before: before.toReversed(), removed: vector.removed ?? undefined, added });
    expect(digest).toBe(vector.digest);
  });

  it.each(ends)("that ends it has a digest of its own, for this account: $digest", async ({ account, digest }) => {
    expect(await endDigest(account)).toBe(digest);
    const expected = await crypto.subtle.digest("SHA-256", concat(utf8(`PSAC end\0`), uuidBytes(account)));
    expect(digest).toBe(toHex(new Uint8Array(expected)));
  });

  it("is not taken for the end by who asks for that", async () => {
    const { account, vault_version } = expected;
    const end = { account, what: "end", vault_version, digest: await endDigest(account) } as const;
    const { key } = await generateSigningKey();
    const word = { type: "account-change", version: 1, signed_at: now.toISOString() } as const;
    const verify = async (signed: Signed) => verifyAccountChange({ signed, spki: key.spki, expect: end });
    expect(await outcome(async () => verify(await signAccountChange({ ...word, ...end }, key)))).toBe("accepted");
    const ofVault = await signAccountChange({ ...word, ...end, what: "vault" }, key);
    expect(await outcome(() => verify(ofVault))).toBe("E_CHANGE_CONTEXT");
  });

  it("is not signed in a form that nobody would read", async () => {
    const { key } = await generateSigningKey();
    const word = { type: "account-change", version: 1, signed_at: now.toISOString(), ...expected } as const;
    expect(await outcome(() => signAccountChange({ ...word, vault_version: 0 }, key))).toBe("E_CHANGE");
    expect(await outcome(() => signAccountChange(word, key))).toBe("accepted");
  });
});

describe("the digits of an account", () => {
  const { kemKeyId, signingSpki, hex, digits } = vectors.fingerprint;

  it("are made of both keys", async () => {
    expect(await accountFingerprint(fromHex(kemKeyId), fromHex(signingSpki))).toBe(hex);
    expect(formatFingerprint(hex)).toBe(digits);
    const { key } = await generateSigningKey();
    expect(await accountFingerprint(fromHex(kemKeyId), key.spki)).not.toBe(hex);
    expect(await accountFingerprint(flipBit(fromHex(kemKeyId), 0), fromHex(signingSpki))).not.toBe(hex);
  });

  it("are not made of something shorter", async () => {
    expect(await outcome(() => accountFingerprint(fromHex(kemKeyId).slice(1), fromHex(signingSpki)))).toBe("E_KEY");
  });
});

describe("the digits of a unit's key", () => {
  const keyId = fromHex(vectors.fingerprint.kemKeyId);
  const [one, other] = ["00000000-0000-4000-8000-000000000001", "f0000000-0000-4000-8000-000000000002"];
  const digest = (byte: number) => new Uint8Array(32).fill(byte);
  const seeds = [
    { account: one, digest: digest(1) },
    { account: other, digest: digest(2) },
  ];
  const links = [
    { epoch: 2, digest: digest(3) },
    { epoch: 10, digest: digest(4) },
  ];
  const made = { unitId, epoch: 11, keyId, seeds, links };

  it("are made of the key, its epoch, its unit and of all that was sealed for it, in whatever order it comes", async () => {
    const fingerprint = await unitKeyFingerprint(made);
    const key = concat(utf8("PSUF"), uuidBytes(unitId), Uint8Array.of(0, 0, 0, 11), keyId);
    const sealed = concat(Uint8Array.of(0, 0, 0, 2), uuidBytes(one), digest(1), uuidBytes(other), digest(2));
    const linked = concat(Uint8Array.of(0, 0, 0, 2), digest(3), Uint8Array.of(0, 0, 0, 10), digest(4));
    const bytes = concat(key, sealed, linked);
    expect(fingerprint).toBe(toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
    const turned = { ...made, seeds: seeds.toReversed(), links: links.toReversed() };
    expect(await unitKeyFingerprint(turned)).toBe(fingerprint);
  });

  it("are others when anything of it is another", async () => {
    const [first, second] = seeds;
    const [near, far] = links;
    if (!first || !second || !near || !far) throw new Error("two of each");
    const others = [
      { epoch: 12 },
      { unitId: accountId },
      { keyId: flipBit(keyId, 0) },
      { seeds: [first] },
      { seeds: [first, { ...second, digest: digest(9) }] },
      { seeds: [first, { ...second, account: accountId }] },
      { links: [near] },
      { links: [near, { ...far, digest: digest(9) }] },
      { links: [near, { ...far, epoch: 9 }] },
      { seeds: [], links: [] },
    ];
    const all = await Promise.all([{}, ...others].map((change) => unitKeyFingerprint({ ...made, ...change })));
    expect(new Set(all).size).toBe(others.length + 1);
  });

  it("are made of whole key ids and digests only", async () => {
    const short = digest(1).slice(1);
    for (const change of [
      { keyId: short },
      { seeds: [{ account: one, digest: short }] },
      { links: [{ epoch: 2, digest: short }] },
    ])
      expect(await outcome(() => unitKeyFingerprint({ ...made, ...change }))).toBe("E_KEY");
  });
});

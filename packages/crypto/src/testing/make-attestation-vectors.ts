/**
 * Writes vectors/attestations.json anew: `node src/testing/make-attestation-vectors.ts`. Keys and signatures come out
 * different each time; published vectors are never replaced by a second run.
 */
import { writeFileSync } from "node:fs";
import { toBase64Url, toHex, utf8 } from "../bytes.ts";
import { accountFingerprint, formatFingerprint } from "../keys/fingerprint.ts";
import { kemKeyFromSeed } from "../keys/kem.ts";
import { generateSigningKey, type SigningKey } from "../keys/signing.ts";
import { endDigest, signAccountChange, waysDigest, type AccountChange } from "../statement/account-change.ts";
import { signAttestation, type Attestation } from "../statement/attestation.ts";
import { signPayload, type PayloadType, type SignedBytes } from "../statement/dsse.ts";
import { signObjection, type Objection } from "../statement/objection.ts";
import { accountId, now, numbered, otherAccountId, unitId } from "./fixtures.ts";

const [former, next, official, stranger] = (await Promise.all(
  [1, 2, 3, 4].map(async () => (await generateSigningKey()).key),
)) as [SigningKey, SigningKey, SigningKey, SigningKey];
const kem = await kemKeyFromSeed(numbered(32));
const caseId = "0189cccc-0000-7000-8000-000000000001";
const authority = "0189dddd-0000-7000-8000-000000000001";

const attestation: Attestation = {
  type: "attestation",
  version: 1,
  authority,
  unit_id: unitId,
  case_id: caseId,
  account: accountId,
  former_key: toBase64Url(former.spki),
  new_key: toBase64Url(next.spki),
  new_kem_key_id: toHex(kem.keyId),
  checked: "id-card-at-counter",
  attested_at: now.toISOString(),
  attested_by: toHex(official.keyId),
};
const objection: Objection = {
  type: "objection",
  version: 1,
  account: accountId,
  former_key_id: toHex(former.keyId),
  new_key_id: toHex(next.keyId),
  objected_at: now.toISOString(),
};

const [slotOne, slotTwo, slotThree] = [unitId, accountId, otherAccountId];
const added = { slotId: slotThree, header: numbered(56), wrapped: numbered(60) };
const ways = await Promise.all(
  [
    { before: [slotOne, slotTwo], removed: slotOne, added },
    { before: [slotTwo, slotOne], removed: slotOne },
    { before: [slotOne], added },
    { before: [slotOne, slotTwo], added },
  ].map(async (change) => ({
    before: change.before,
    removed: change.removed ?? null,
    added: change.added ? { slotId: added.slotId, header: toHex(added.header), wrapped: toHex(added.wrapped) } : null,
    digest: await waysDigest(change),
  })),
);
const accountChange: AccountChange = {
  type: "account-change",
  version: 1,
  account: accountId,
  what: "ways",
  vault_version: 7,
  digest: ways[0]?.digest ?? "",
  signed_at: now.toISOString(),
};

const text = ({ payload, signature }: SignedBytes) => ({
  payload: new TextDecoder().decode(payload),
  signature: toHex(signature),
});
const signed = async (type: PayloadType, value: object, key: SigningKey) =>
  text(await signPayload(type, utf8(JSON.stringify(value)), key));
const attested = (change: object, key = official) => signed("attestation", { ...attestation, ...change }, key);
const objected = (change: object, key = former) => signed("objection", { ...objection, ...change }, key);
const changed = (change: object, key = former) => signed("accountChange", { ...accountChange, ...change }, key);

const accepted = text(await signAttestation(attestation, official));
const acceptedObjection = text(await signObjection(objection, former));
const { attested_by: _, ...anonymous } = attestation;

const vectors = {
  fingerprint: {
    kemKeyId: toHex(kem.keyId),
    signingSpki: toHex(next.spki),
    hex: await accountFingerprint(kem.keyId, next.spki),
    digits: formatFingerprint(await accountFingerprint(kem.keyId, next.spki)),
  },
  attestation: {
    expect: { authority, unitId, caseId, account: accountId },
    signers: [
      { keyId: toHex(official.keyId), spki: toHex(official.spki), role: "official" },
      { keyId: toHex(stranger.keyId), spki: toHex(stranger.spki), role: "export" },
    ],
    signed: accepted,
    result: {
      formerKeyId: toHex(former.keyId),
      newKeyId: toHex(next.keyId),
      newKemKeyId: toHex(kem.keyId),
      checked: attestation.checked,
    },
    refused: [
      { name: "for another case", signed: await attested({ case_id: otherAccountId }), error: "E_ATTESTATION_CONTEXT" },
      { name: "for another unit", signed: await attested({ unit_id: accountId }), error: "E_ATTESTATION_CONTEXT" },
      { name: "of another authority", signed: await attested({ authority: "x" }), error: "E_ATTESTATION_CONTEXT" },
      { name: "of another account", signed: await attested({ account: unitId }), error: "E_ATTESTATION_CONTEXT" },
      {
        name: "by somebody who is no member",
        signed: await attested({ attested_by: toHex(former.keyId) }, former),
        error: "E_ATTESTATION_SIG",
      },
      {
        name: "by an export agent",
        signed: await attested({ attested_by: toHex(stranger.keyId) }, stranger),
        error: "E_ATTESTATION_SIG",
      },
      { name: "in a member's name", signed: await attested({}, stranger), error: "E_ATTESTATION_SIG" },
      {
        name: "signed as a statement",
        signed: await signed("statement", attestation, official),
        error: "E_ATTESTATION_SIG",
      },
      {
        name: "about a key that was changed afterwards",
        signed: {
          payload: accepted.payload.replace(attestation.new_key, attestation.former_key),
          signature: accepted.signature,
        },
        error: "E_ATTESTATION_SIG",
      },
      { name: "after no look", signed: await attested({ checked: "not-checked" }), error: "E_ATTESTATION" },
      { name: "of another version", signed: await attested({ version: 2 }), error: "E_ATTESTATION" },
      { name: "with an unknown field", signed: await attested({ note: "" }), error: "E_ATTESTATION" },
      { name: "by nobody", signed: await signed("attestation", anonymous, official), error: "E_ATTESTATION" },
      {
        name: "about a key that is none",
        signed: await attested({ new_key: toBase64Url(numbered(120)) }),
        error: "E_KEY",
      },
    ],
  },
  objection: {
    formerSpki: toHex(former.spki),
    expect: { account: accountId, newKeyId: toHex(next.keyId) },
    signed: acceptedObjection,
    refused: [
      { name: "of another account", signed: await objected({ account: unitId }), error: "E_OBJECTION_CONTEXT" },
      {
        name: "to another key",
        signed: await objected({ new_key_id: toHex(official.keyId) }),
        error: "E_OBJECTION_CONTEXT",
      },
      {
        name: "in the name of another former key",
        signed: await objected({ former_key_id: toHex(next.keyId) }, next),
        error: "E_OBJECTION_CONTEXT",
      },
      { name: "signed by the new key", signed: await objected({}, next), error: "E_OBJECTION_SIG" },
      {
        name: "signed as an attestation",
        signed: await signed("attestation", objection, former),
        error: "E_OBJECTION_SIG",
      },
      { name: "with an unknown field", signed: await objected({ note: "" }), error: "E_OBJECTION" },
    ],
  },
  accountChange: {
    spki: toHex(former.spki),
    ways,
    ends: [{ account: accountId, digest: await endDigest(accountId) }],
    expect: { account: accountId, what: "ways", vault_version: 7, digest: accountChange.digest },
    signed: text(await signAccountChange(accountChange, former)),
    refused: [
      { name: "of another account", signed: await changed({ account: unitId }), error: "E_CHANGE_CONTEXT" },
      { name: "of the vault", signed: await changed({ what: "vault" }), error: "E_CHANGE_CONTEXT" },
      { name: "beside an older vault", signed: await changed({ vault_version: 6 }), error: "E_CHANGE_CONTEXT" },
      { name: "of other slots", signed: await changed({ digest: ways[1]?.digest }), error: "E_CHANGE_CONTEXT" },
      { name: "signed by another key", signed: await changed({}, next), error: "E_CHANGE_SIG" },
      {
        name: "signed as an objection",
        signed: await signed("objection", accountChange, former),
        error: "E_CHANGE_SIG",
      },
      { name: "of nothing that there is", signed: await changed({ what: "keys" }), error: "E_CHANGE" },
      { name: "beside no vault", signed: await changed({ vault_version: 0 }), error: "E_CHANGE" },
      { name: "with an unknown field", signed: await changed({ note: "" }), error: "E_CHANGE" },
    ],
  },
};

writeFileSync(new URL("../../vectors/attestations.json", import.meta.url), `${JSON.stringify(vectors, null, 1)}\n`);

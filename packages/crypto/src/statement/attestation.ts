import { fromBase64Url, toHex, utf8, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { base64Url, checkShape, instant, literal, object, readJson, writeJson, type Read } from "../json.ts";
import { signingKeyId, type SigningKey } from "../keys/signing.ts";
import { isPayloadSigned, signPayload, type Signed, type SignedBytes } from "./dsse.ts";
import { authorityShape, hashShape, uuidShape } from "./statement.ts";
import type { Author } from "./verify-directory.ts";

/** How somebody of the unit made sure who stands behind a new key. A word of its own for each way: it is evidence. */
export const identityChecks = ["id-card-at-counter", "letter-with-code"] as const;
export type IdentityCheck = (typeof identityChecks)[number];

const spkiShape = base64Url(120, 120);

const shape = object(
  {
    type: literal("attestation"),
    version: literal(1),
    authority: authorityShape,
    unit_id: uuidShape,
    case_id: uuidShape,
    account: uuidShape,
    /** The key that spoke for the citizen in this case so far. */
    former_key: spkiShape,
    new_key: spkiShape,
    new_kem_key_id: hashShape,
    checked: literal(...identityChecks),
    attested_at: instant,
    /** Key id of the official who looked and signs. */
    attested_by: hashShape,
  },
  {},
);

/**
 * The word of an official who looked: in this one case this new key stands for the same person as the former one. Nobody
 * else can give it, the server least of all.
 */
export type Attestation = Read<typeof shape>;

/** Throws E_ATTESTATION when a field is wrong, or when the key that signs is not the one that is named. */
export function signAttestation(attestation: Attestation, key: SigningKey): Promise<SignedBytes> {
  const checked = checkShape(attestation, shape, "E_ATTESTATION");
  refuseUnless(checked.attested_by === toHex(key.keyId), "E_ATTESTATION");
  return signPayload("attestation", utf8(writeJson(checked)), key);
}

export type AttestedKey = {
  formerKeyId: string;
  formerSpki: Bytes;
  newKeyId: string;
  newSpki: Bytes;
  newKemKeyId: string;
  attestation: Attestation;
  signer: Author;
};

type VerifyAttestationInput = {
  signed: Signed;
  /** From the verified directory: who is or was a member of the unit of the case. */
  authors: ReadonlyMap<string, Author>;
  expect: { authority: string; unitId: string; caseId: string; account: string };
};

/**
 * In this order: E_ATTESTATION (malformed), E_ATTESTATION_CONTEXT (another authority, unit, case or account),
 * E_ATTESTATION_SIG (no official of the unit at that time, or not their signature), E_KEY (a key in it is none).
 */
export async function verifyAttestation({ signed, authors, expect }: VerifyAttestationInput): Promise<AttestedKey> {
  const read = readJson(signed.payload, shape, "E_ATTESTATION");
  refuseUnless(
    read.authority === expect.authority &&
      read.unit_id === expect.unitId &&
      read.case_id === expect.caseId &&
      read.account === expect.account,
    "E_ATTESTATION_CONTEXT",
  );
  const signer = authors.get(read.attested_by);
  // An export agent has a key in the list, and nobody who could look at a card.
  if (signer === undefined || signer.role === "export") throw new CryptoError("E_ATTESTATION_SIG");
  const isInTime = signer.until === null || Date.parse(read.attested_at) < signer.until.getTime();
  refuseUnless(isInTime, "E_ATTESTATION_SIG");
  refuseUnless(await isPayloadSigned("attestation", signed, signer.spki), "E_ATTESTATION_SIG");
  const [formerSpki, newSpki] = [fromBase64Url(read.former_key), fromBase64Url(read.new_key)];
  const formerKeyId = toHex(await signingKeyId(formerSpki));
  const newKeyId = toHex(await signingKeyId(newSpki));
  return { formerKeyId, formerSpki, newKeyId, newSpki, newKemKeyId: read.new_kem_key_id, attestation: read, signer };
}

import {
  type AttestedKey,
  type Bytes,
  CryptoError,
  type Directory,
  signingKeyId,
  toHex,
  verifyAttestation,
  verifyObjection,
} from "@dvd/crypto";
import { fromBase64 } from "./base64.ts";
import type { CaseAnswer } from "./wire-types.ts";

/** A key that speaks for the citizen of a case; every one but the first because an official has looked who they are. */
export type CitizenKey = { keyId: string; spki: Bytes; attested: AttestedKey | null };

/** The key that began the case, and those that were attested after it, each to the one before. */
export type CitizenKeys = { first: CitizenKey; all: readonly CitizenKey[]; current: CitizenKey };

/**
 * Which keys stand for the citizen. An attestation that is not proven, does not continue the chain, or against which the
 * former key has objected, is as good as none: then what the new key has sealed is not the citizen's.
 */
export async function citizenKeysOf(answer: CaseAnswer, directory: Directory, account: string): Promise<CitizenKeys> {
  const spki = fromBase64(answer.citizenSigningKey);
  const first: CitizenKey = { keyId: toHex(await signingKeyId(spki)), spki, attested: null };
  const all = [first];
  const { unitId, caseId } = answer.summary;
  const expect = { authority: directory.authority, unitId, caseId, account };
  let current = first;
  for (const signed of answer.copies.attestations) {
    const attested = await unlessUnproven(
      verifyAttestation({ signed: bytesOf(signed), authors: directory.authors(unitId), expect }),
    );
    if (attested?.formerKeyId !== current.keyId) continue;
    const { newKeyId, attestation } = attested;
    if (await isObjectedTo(answer, account, current, { newKeyId, since: attestation.attested_at })) continue;
    current = { keyId: attested.newKeyId, spki: attested.newSpki, attested };
    all.push(current);
  }
  return { first, all, current };
}

/**
 * Whether the former key has signed that this step is not its own. Whoever objects to one generation may not know of
 * another, which was made from the same key and never shown to them: an objection is against all that came before it.
 * The server cannot make one up.
 */
export async function isObjectedTo(answer: CaseAnswer, account: string, former: CitizenKey, step: Step) {
  for (const signed of answer.copies.objections) {
    const proof = verifyObjection({ signed: bytesOf(signed), formerSpki: former.spki, expect: { account } });
    const objection = await unlessUnproven(proof);
    if (objection && (objection.new_key_id === step.newKeyId || step.since < objection.objected_at)) return true;
  }
  return false;
}

/** From a former key to this one; since when as `Date.toISOString` writes it. */
type Step = { newKeyId: string; since: string };
type Signed = CaseAnswer["copies"]["attestations"][number];
const bytesOf = ({ payload, signature }: Signed) => ({
  payload: fromBase64(payload),
  signature: fromBase64(signature),
});

const unlessUnproven = <T>(proof: Promise<T>): Promise<T | null> =>
  proof.catch((error: unknown) => {
    if (error instanceof CryptoError) return null;
    throw error;
  });

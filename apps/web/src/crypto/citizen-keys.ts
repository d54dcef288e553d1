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
      verifyAttestation({ signed: bytesOf(signed), signers: directory.signers(unitId), expect }),
    );
    if (attested?.formerKeyId !== current.keyId) continue;
    if (await isObjectedTo(answer, account, current, attested.newKeyId)) continue;
    current = { keyId: attested.newKeyId, spki: attested.newSpki, attested };
    all.push(current);
  }
  return { first, all, current };
}

/** Whether the former key has signed that this new one is not its successor. The server cannot make that up. */
export async function isObjectedTo(answer: CaseAnswer, account: string, former: CitizenKey, newKeyId: string) {
  for (const signed of answer.copies.objections) {
    const expect = { account, newKeyId };
    if (await unlessUnproven(verifyObjection({ signed: bytesOf(signed), formerSpki: former.spki, expect })))
      return true;
  }
  return false;
}

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

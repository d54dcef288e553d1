import {
  accountFingerprint,
  caseKeyObject,
  CryptoError,
  formatFingerprint,
  type IdentityCheck,
  kemKeyId,
  sealGrant,
  signAttestation,
  signingKeyId,
  toBase64Url,
  toHex,
} from "@dvd/crypto";
import { type CitizenKeys, isObjectedTo } from "./citizen-keys.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import type { OpenCase } from "./open-case.ts";
import type { CaseAnswer } from "./wire-types.ts";

export type CopyRequest = NonNullable<CaseAnswer["copies"]["request"]>;
/** What somebody of the unit has confirmed: the digits that they compared, and how they looked who it is. */
export type Looked = { fingerprint: string; checked: IdentityCheck };

/** The digits that have to stand on the citizen's screen or paper as well. */
async function copyFingerprint({ kemPublicKey, signingKey }: CopyRequest) {
  const keyId = await kemKeyId(fromBase64(kemPublicKey));
  return formatFingerprint(await accountFingerprint(keyId, fromBase64(signingKey)));
}

/** The request in front of an official: digits to compare, and whether a former key has provably objected. */
export async function inspectCopy(answer: CaseAnswer, citizen: CitizenKeys) {
  const { request, account } = answer.copies;
  if (!request) return null;
  const newKeyId = toHex(await signingKeyId(fromBase64(request.signingKey)));
  const step = { newKeyId, since: request.requestedAt };
  const objections = await Promise.all(citizen.all.map((former) => isObjectedTo(answer, account, former, step)));
  return { fingerprint: await copyFingerprint(request), isObjected: objections.includes(true) };
}

/** Seals the key of an open case for the new key, and signs who looked. Exactly the keys whose digits were compared. */
export async function sealCopy(
  { key, me, citizen, directory, unitId }: OpenCase,
  { caseId, account, request }: { caseId: string; account: string; request: CopyRequest },
  { fingerprint, checked }: Looked,
  now: Date,
) {
  // What the server answers now may differ from what was on the screen when somebody compared.
  if ((await copyFingerprint(request)) !== fingerprint) throw new CryptoError("E_KEY");
  const recipientKey = fromBase64(request.kemPublicKey);
  const newSpki = fromBase64(request.signingKey);
  if (toHex(await signingKeyId(newSpki)) === citizen.current.keyId) throw new CryptoError("E_KEY");
  const object = await caseKeyObject(key.scopeId, key.generation);
  const grant = await sealGrant({ ...object, secret: key.secret, grantor: me, now, role: "citizen", recipientKey });
  const attestation = await signAttestation(
    {
      type: "attestation",
      version: 1,
      authority: directory.authority,
      unit_id: unitId,
      case_id: caseId,
      account,
      former_key: toBase64Url(citizen.current.spki),
      new_key: toBase64Url(newSpki),
      new_kem_key_id: toHex(await kemKeyId(recipientKey)),
      checked,
      attested_at: now.toISOString(),
      attested_by: toHex(me.keyId),
    },
    me,
  );
  const { payload, signature } = attestation;
  return { grant: toBase64(grant), attestation: { payload: toBase64(payload), signature: toBase64(signature) } };
}

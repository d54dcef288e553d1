import {
  type AccountKeys,
  type Bytes,
  CryptoError,
  caseKeyObject,
  formatFingerprint,
  generateCaseKey,
  sealGrant,
  toHex,
  uuidBytes,
} from "@dvd/crypto";
import { sendersOf } from "./case-senders.ts";
import type { OpenCase } from "./open-case.ts";
import type { TrustedDirectory } from "./trust.ts";

/** The office as the citizen saw it before sending. */
export type ChosenOffice = { tenantId: string; authority: string; unitId: string; fingerprint?: string };

type Beginner = { keys: AccountKeys; directory: TrustedDirectory; now: Date };

/**
 * A key for a new case, sealed for the unit whose key the authority vouches for, and for the citizen. `secret` is that
 * of a case which this device began earlier: what was sealed under it must stay readable.
 */
export async function beginCase(
  caseId: string,
  { authority, unitId, fingerprint }: ChosenOffice,
  { keys, directory, now }: Beginner,
  secret?: Bytes,
) {
  // What stood on the screen was the server's word; the signed name is the authority's.
  if (directory.name !== authority) throw new CryptoError("E_STATEMENT_CONTEXT");
  if (!directory.isFreshAt(now)) throw new CryptoError("E_LOG_OLD");
  const unit = directory.unitKey(unitId);
  if (!unit) throw new CryptoError("E_STATEMENT_CONTEXT");
  const proven = formatFingerprint(directory.rootFingerprint);
  // Before anything is pinned: what somebody may have compared must be what is sealed for.
  if ((fingerprint ?? proven) !== proven) throw new CryptoError("E_ROOT_CHANGED");
  const key = { ...generateCaseKey(), ...(secret && { secret }), scopeId: uuidBytes(caseId) };
  const object = await caseKeyObject(key.scopeId, key.generation);
  const common = { ...object, secret: key.secret, grantor: keys.signing, now };
  const grants = [
    await sealGrant({ ...common, role: "citizen", recipientKey: keys.kem.publicKey }),
    await sealGrant({ ...common, role: "unit", recipientKey: unit.publicKey }),
  ];
  const self = { keyId: toHex(keys.signing.keyId), spki: keys.signing.spki, attested: null };
  const senders = sendersOf(directory, unitId, { first: self, all: [self], current: self }, []);
  const own = { me: keys.signing, documentIds: new Map<string, string>(), isKeyProven: true, isWronglySealed: false };
  const begun: OpenCase = { key, directory, unitId, ...own, ...senders };
  return { begun, grants, fingerprint: proven };
}

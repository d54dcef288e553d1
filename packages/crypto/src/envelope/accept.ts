import { equalBytes, toHex, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import type { KemKey } from "../keys/kem.ts";
import type { KeyLookup } from "../keys/signing.ts";
import { parseGrant, verifyGrantParts } from "./grant.ts";
import { hpkeOpen } from "./hpke.ts";
import type { ObjectName, RecipientRole } from "./objects.ts";

export type OpenGrantInput = {
  env: Uint8Array;
  recipient: KemKey;
  expect: ObjectName & { role?: RecipientRole };
  /** Signing keys that may grant this object, by key id in hex. */
  grantors: KeyLookup;
  suites?: ReadonlySet<number>;
};

/**
 * Returns the 32-byte secret. The order is part of the contract: form, then recipient and object, then who granted it,
 * and only then the private key. A hostile server must not get to feed chosen ciphertexts to a JavaScript KEM.
 * Throws E_ENV_LENGTH …, E_CONTEXT, E_SENDER, E_ENV_GRANT, E_ENV_OPEN; towards a network all of them must look alike.
 */
export async function openGrant({ env, recipient, expect, grantors, suites }: OpenGrantInput): Promise<Bytes> {
  const grant = parseGrant(env, suites);
  refuseUnless(equalBytes(grant.recipientKeyId, recipient.keyId), "E_CONTEXT");
  refuseUnless(grant.objectType === expect.objectType && equalBytes(grant.objectId, expect.objectId), "E_CONTEXT");
  refuseUnless(expect.role === undefined || grant.role === expect.role, "E_CONTEXT");
  const grantorSpki = grantors(toHex(grant.grantorKeyId));
  if (grantorSpki === undefined) throw new CryptoError("E_SENDER");
  await verifyGrantParts(grant, grantorSpki);
  const secret = await hpkeOpen(recipient.seed, grant.info, grant.enc, grant.ciphertext);
  if (secret === undefined) throw new CryptoError("E_ENV_OPEN");
  return secret;
}

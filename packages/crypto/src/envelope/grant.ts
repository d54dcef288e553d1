import { concat, copyOfLength, equalBytes, readerOf, rowOf, u64, utf8, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { kemKeyId } from "../keys/kem.ts";
import { isSignedBy, sign, signingKeyId, type SigningKey } from "../keys/signing.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead, kem, signature, suiteOf, writtenSuite } from "../suite.ts";
import { hpkeSeal } from "./hpke.ts";
import { grantedObjects, recipientRoles, type ObjectName, type RecipientRole } from "./objects.ts";

/** ENV: one 32-byte secret for one recipient, signed by who gave it. Stored beside the payload, addable at any time. */
export const grantLength = 1921;
const infoLength = 112;
const secretLength = 32;
const signedLength = grantLength - signature.length;
const magic = utf8("PSE1");

export type GrantFields = ObjectName & {
  suite: number;
  role: RecipientRole;
  recipientKeyId: Bytes;
  grantorKeyId: Bytes;
  created: Date;
};

export type SealGrantInput = ObjectName & {
  role: RecipientRole;
  /** Authenticated by the caller: through the signed directory, or by people comparing fingerprints. */
  recipientKey: Uint8Array;
  secret: Uint8Array;
  grantor: SigningKey;
  now: Date;
  random?: RandomSource;
};

const signedMessage = (fields: Uint8Array): Bytes => concat(utf8("PSE1 grant v1\0"), fields);

/** Throws E_KEY when the recipient key or the secret is malformed. */
export async function sealGrant(input: SealGrantInput): Promise<Bytes> {
  const recipientKey = copyOfLength(input.recipientKey, kem.publicKeyLength, "E_KEY");
  const secret = copyOfLength(input.secret, secretLength, "E_KEY");
  const info = concat(
    magic,
    Uint8Array.of(writtenSuite, recipientRoles[input.role], grantedObjects[input.objectType], 0),
    copyOfLength(input.objectId, 32, "E_LENGTH"),
    await kemKeyId(recipientKey),
    input.grantor.keyId,
    u64(Math.floor(input.now.getTime() / 1000)),
  );
  const { enc, ciphertext } = await hpkeSeal(recipientKey, info, secret, input.random ?? randomBytes);
  const fields = concat(info, enc, ciphertext);
  return concat(fields, await sign(input.grantor, signedMessage(fields)));
}

const latestInstant = 8_640_000_000_000n;

function known<Name extends string>(name: Name | undefined): Name {
  if (name === undefined) throw new CryptoError("E_TYPE");
  return name;
}

export type GrantParts = GrantFields & { info: Bytes; enc: Bytes; ciphertext: Bytes; fields: Bytes; signature: Bytes };

/** Throws E_ENV_LENGTH, E_MAGIC, E_SUITE, E_TYPE, E_RESERVED or E_LIMIT. */
export function parseGrant(env: Uint8Array, suites?: ReadonlySet<number>): GrantParts {
  const bytes = copyOfLength(env, grantLength, "E_ENV_LENGTH");
  const read = readerOf(bytes);
  refuseUnless(equalBytes(read.take(4), magic), "E_MAGIC");
  const suite = suiteOf(read.u8(), suites).id;
  const role = known(rowOf(recipientRoles, read.u8()));
  const objectType = known(rowOf(grantedObjects, read.u8()));
  refuseUnless(read.u8() === 0, "E_RESERVED");
  const objectId = read.take(32);
  const recipientKeyId = read.take(32);
  const grantorKeyId = read.take(32);
  const seconds = read.u64();
  refuseUnless(seconds <= latestInstant, "E_LIMIT");
  return {
    suite,
    role,
    objectType,
    objectId,
    recipientKeyId,
    grantorKeyId,
    created: new Date(Number(seconds) * 1000),
    info: bytes.slice(0, infoLength),
    enc: read.take(kem.encLength),
    ciphertext: read.take(secretLength + aead.tagLength),
    fields: bytes.slice(0, signedLength),
    signature: read.take(signature.length),
  };
}

/** What a server without keys can read of a grant. Nothing of it is proven before verifyGrant. */
export function inspectGrant(env: Uint8Array, suites?: ReadonlySet<number>): GrantFields {
  const { suite, role, objectType, objectId, recipientKeyId, grantorKeyId, created } = parseGrant(env, suites);
  return { suite, role, objectType, objectId, recipientKeyId, grantorKeyId, created };
}

/** Throws E_SENDER when the key is not the one that the grant names, E_ENV_GRANT when the signature is wrong. */
export async function verifyGrant(env: Uint8Array, grantorSpki: Uint8Array): Promise<GrantFields> {
  await verifyGrantParts(parseGrant(env), grantorSpki);
  return inspectGrant(env);
}

export async function verifyGrantParts(grant: GrantParts, grantorSpki: Uint8Array): Promise<void> {
  refuseUnless(equalBytes(await signingKeyId(grantorSpki), grant.grantorKeyId), "E_SENDER");
  refuseUnless(await isSignedBy(grantorSpki, signedMessage(grant.fields), grant.signature), "E_ENV_GRANT");
}

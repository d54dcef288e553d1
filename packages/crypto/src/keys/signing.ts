import { concat, copyOf, copyOfLength, fromHex, utf8, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { sha256, type NativeKey } from "../primitives.ts";
import { signature } from "../suite.ts";

const { subtle } = crypto;

/** The private half cannot be exported again; only the vault holds its PKCS#8 form. */
export type SigningKey = { readonly privateKey: NativeKey; readonly spki: Bytes; readonly keyId: Bytes };

/** Signing key (SPKI) by key id in hex; undefined when no certified key has this id. */
export type KeyLookup = (keyId: string) => Uint8Array | undefined;

/** Returns the PKCS#8 form for the vault and the usable key. The PKCS#8 form must go nowhere else. */
export async function generateSigningKey(): Promise<{ pkcs8: Bytes; key: SigningKey }> {
  const pair = await subtle.generateKey(signature, true, ["sign", "verify"]);
  const pkcs8 = new Uint8Array(await subtle.exportKey("pkcs8", pair.privateKey));
  return { pkcs8, key: await importSigningKey(pkcs8) };
}

/** Throws E_KEY for anything but a P-384 private key. */
export async function importSigningKey(pkcs8: Uint8Array): Promise<SigningKey> {
  const encoded = copyOf(pkcs8);
  try {
    const exportable = await subtle.importKey("pkcs8", encoded, signature, true, ["sign"]);
    const { kty, crv, x, y } = await subtle.exportKey("jwk", exportable);
    if (kty === undefined || crv === undefined || x === undefined || y === undefined) throw new CryptoError("E_KEY");
    const publicKey = await subtle.importKey("jwk", { kty, crv, x, y }, signature, true, ["verify"]);
    const spki = new Uint8Array(await subtle.exportKey("spki", publicKey));
    const privateKey = await subtle.importKey("pkcs8", encoded, signature, false, ["sign"]);
    return { privateKey, spki, keyId: await signingKeyId(spki) };
  } catch (cause) {
    throw new CryptoError("E_KEY", { cause });
  }
}

const spkiPrefix = fromHex(signature.spkiPrefix);

/** One key has one encoding, otherwise it could have two ids. Throws E_KEY. */
function checkedSpki(spki: Uint8Array): Bytes {
  const encoded = copyOfLength(spki, signature.spkiLength, "E_KEY");
  refuseUnless(
    spkiPrefix.every((byte, at) => encoded[at] === byte),
    "E_KEY",
  );
  return encoded;
}

/** H256("PSSK" || SPKI). Throws E_KEY when the bytes are not an uncompressed P-384 key. */
export const signingKeyId = async (spki: Uint8Array): Promise<Bytes> => sha256(concat(utf8("PSSK"), checkedSpki(spki)));

export async function sign(key: SigningKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.sign(signature, key.privateKey, message));
}

/** False for a wrong signature or a signature of a wrong length; throws E_KEY when the key itself is malformed. */
export async function isSignedBy(spki: Uint8Array, message: Bytes, signed: Bytes): Promise<boolean> {
  const encoded = checkedSpki(spki);
  if (signed.length !== signature.length) return false;
  const key = await subtle.importKey("spki", encoded, signature, false, ["verify"]).catch((cause: unknown) => {
    // The point is not on the curve.
    throw new CryptoError("E_KEY", { cause });
  });
  return subtle.verify(signature, key, signed, message);
}

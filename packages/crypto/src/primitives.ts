import type { Bytes } from "./bytes.ts";
import { refuseUnless } from "./errors.ts";
import { aead, digest, keyDerivation, mac } from "./suite.ts";

const { subtle } = crypto;

/** CryptoKey, named so that it is the same type under the browser's typings and under Node's. */
export type NativeKey = Awaited<ReturnType<typeof subtle.importKey>>;

export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await subtle.digest(digest.name, bytes));

export async function hmac384(key: Bytes, message: Bytes): Promise<Bytes> {
  const imported = await subtle.importKey("raw", key, mac, false, ["sign"]);
  return new Uint8Array(await subtle.sign(mac.name, imported, message));
}

export async function hkdf384(secret: Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const imported = await subtle.importKey("raw", secret, keyDerivation.name, false, ["deriveBits"]);
  return new Uint8Array(await subtle.deriveBits({ ...keyDerivation, salt, info }, imported, length * 8));
}

/** Throws E_KEY for another length: WebCrypto would take 16 bytes as well, and that would silently be AES-128. */
export async function importAead(key: Bytes): Promise<NativeKey> {
  refuseUnless(key.length === aead.keyLength, "E_KEY");
  return subtle.importKey("raw", key, aead.name, false, ["encrypt", "decrypt"]);
}

export const generateAead = (): Promise<NativeKey> =>
  subtle.generateKey({ name: aead.name, length: aead.keyLength * 8 }, false, ["encrypt", "decrypt"]);

/** Returns ciphertext || tag. */
export const aeadSeal = async (key: NativeKey, iv: Bytes, context: Bytes, plaintext: Bytes): Promise<Bytes> =>
  new Uint8Array(await subtle.encrypt({ name: aead.name, iv, additionalData: context }, key, plaintext));

/** Returns undefined when the tag does not fit, so that each caller names the failure in its own words. */
export async function aeadOpen(
  key: NativeKey,
  iv: Bytes,
  context: Bytes,
  ciphertext: Bytes,
): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await subtle.decrypt({ name: aead.name, iv, additionalData: context }, key, ciphertext));
  } catch {
    // WebCrypto reports every failed tag as OperationError and nothing else that we could use.
    return undefined;
  }
}

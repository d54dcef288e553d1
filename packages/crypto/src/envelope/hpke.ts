import { ml_kem1024_p384 } from "@noble/post-quantum/hybrid.js";
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA384, NotSupportedError, type KEM, type Key } from "hpke";
import { copyOf, type Bytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import type { RandomSource } from "../random.ts";
import { kem } from "../suite.ts";

/** `hpke` hands keys back to this file only. The private one is the seed of the format. */
type RawKey = Key & { readonly bytes: Bytes };

const rawKey = (type: "public" | "private", bytes: Uint8Array): RawKey => ({
  algorithm: { name: kem.name },
  extractable: type === "public",
  type,
  bytes: copyOf(bytes),
});

const notOffered = (): Promise<never> => Promise.reject(new NotSupportedError("keys are made in keys/kem.ts"));

/**
 * Code point 0x0051 for the key schedule of `hpke`. noble also exports QSF_ml_kem1024_p384: older labels of the same
 * draft, other bytes. One JavaScript implementation for all browsers, because only one of them has ML-KEM built in.
 */
const nobleKem = (entropy: Bytes): KEM<RawKey> => ({
  id: kem.id,
  type: "KEM",
  name: kem.name,
  Nsecret: 32,
  Nenc: kem.encLength,
  Npk: kem.publicKeyLength,
  Nsk: kem.seedLength,
  DeriveKeyPair: notOffered,
  GenerateKeyPair: notOffered,
  SerializePublicKey: notOffered,
  SerializePrivateKey: notOffered,
  DeserializePublicKey: (key) => Promise.resolve(rawKey("public", key)),
  DeserializePrivateKey: (seed) => Promise.resolve(rawKey("private", seed)),
  async Encap(recipient) {
    const { cipherText, sharedSecret } = ml_kem1024_p384.encapsulate(recipient.bytes, entropy);
    return { enc: cipherText, shared_secret: sharedSecret };
  },
  async Decap(enc, recipient) {
    return ml_kem1024_p384.decapsulate(enc, recipient.bytes);
  },
});

const hpkeWith = (entropy: Bytes) => new CipherSuite(() => nobleKem(entropy), KDF_HKDF_SHA384, AEAD_AES_256_GCM);

/** HPKE base mode. Throws E_KEY when the public key is not one (length, ML-KEM modulus, point on the curve). */
export async function hpkeSeal(publicKey: Bytes, info: Bytes, secret: Bytes, random: RandomSource) {
  const hpke = hpkeWith(random(kem.encapsulationEntropy));
  try {
    const key = await hpke.DeserializePublicKey(publicKey);
    const { encapsulatedSecret, ciphertext } = await hpke.Seal(key, secret, { info });
    return { enc: copyOf(encapsulatedSecret), ciphertext: copyOf(ciphertext) };
  } catch (cause) {
    throw new CryptoError("E_KEY", { cause });
  }
}

/** Returns undefined when the envelope does not open. Only for envelopes whose grantor has been verified. */
export async function hpkeOpen(seed: Bytes, info: Bytes, enc: Bytes, ciphertext: Bytes): Promise<Bytes | undefined> {
  const hpke = hpkeWith(new Uint8Array());
  const key = await hpke.DeserializePrivateKey(seed);
  try {
    return copyOf(await hpke.Open(key, enc, ciphertext, { info }));
  } catch {
    // Decapsulation and decryption fail alike to the outside.
    return undefined;
  }
}

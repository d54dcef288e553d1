import { ml_kem1024_p384 } from "@noble/post-quantum/hybrid.js";
import { concat, copyOf, copyOfLength, fromHex, utf8, type Bytes } from "../bytes.ts";
import { sha256 } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { kem } from "../suite.ts";

/** The seed is the whole private key: it expands to the ML-KEM and the P-384 half. */
export type KemKey = { readonly seed: Bytes; readonly publicKey: Bytes; readonly keyId: Bytes };

export const generateKemSeed = (random: RandomSource = randomBytes): Bytes => random(kem.seedLength);

/** Throws E_KEY when the seed does not have 32 bytes. */
export async function kemKeyFromSeed(seed: Uint8Array): Promise<KemKey> {
  const own = copyOfLength(seed, kem.seedLength, "E_KEY");
  const publicKey = copyOf(ml_kem1024_p384.keygen(own).publicKey);
  return { seed: own, publicKey, keyId: await kemKeyId(publicKey) };
}

/** H256("PSK1" || KEM id || public key). Throws E_KEY for a wrong length. */
export const kemKeyId = async (publicKey: Uint8Array): Promise<Bytes> =>
  sha256(concat(utf8("PSK1"), fromHex(kem.hex), copyOfLength(publicKey, kem.publicKeyLength, "E_KEY")));

import type { Challenge, ProvenWork } from "@dvd/api/proofs/challenge.contract";

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Tries counters until the derived key begins as the challenge says. The server has chosen one that is not far. */
export async function solveChallenge(challenge: Challenge): Promise<ProvenWork> {
  const { cost, keyPrefix, nonce, salt } = challenge.parameters;
  const password = new Uint8Array(20);
  password.set(bytesOf(nonce));
  const options = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations: cost };
  for (let counter = 0; ; counter += 1) {
    new DataView(password.buffer).setUint32(16, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = hexOf(new Uint8Array(await crypto.subtle.deriveBits(options, key, 256)));
    if (derivedKey.startsWith(keyPrefix)) return { challenge, solution: { counter, derivedKey } };
  }
}

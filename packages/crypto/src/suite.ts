import type { Bytes } from "./bytes.ts";
import { CryptoError } from "./errors.ts";

/**
 * The only place that names algorithms. A new algorithm is a new row with a new byte, never a changed row:
 * containers are kept for decades and their suite byte is all that says how to read them.
 */
export const aead = { name: "AES-GCM", keyLength: 32, ivLength: 12, tagLength: 16 } as const;
export const mac = { name: "HMAC", hash: "SHA-384" } as const;
export const keyDerivation = { name: "HKDF", hash: "SHA-384" } as const;
export const digest = { name: "SHA-256", length: 32 } as const;

export const signature = {
  name: "ECDSA",
  namedCurve: "P-384",
  hash: "SHA-384",
  /** r || s. Firefox accepts other lengths (crypto.md 0), so the length is compared before WebCrypto is asked. */
  length: 96,
  /** An uncompressed P-384 key as SubjectPublicKeyInfo always begins with these bytes. */
  spkiPrefix: "3076301006072a8648ce3d020106052b8104002203620004",
  spkiLength: 120,
} as const;

/** HPKE base mode: MLKEM1024-P384, HKDF-SHA384, AES-256-GCM. */
export const kem = {
  id: 0x0051,
  hex: "0051",
  name: "MLKEM1024-P384",
  seedLength: 32,
  publicKeyLength: 1665,
  encLength: 1665,
  encapsulationEntropy: 80,
} as const;

/** Ciphertext bytes per segment: 32 of them are exactly 8 MiB, so upload parts and segments align. */
export const segmentLength = 262_144;
/** Framing word, IV and tag of a segment. */
export const segmentOverhead = 4 + aead.ivLength + aead.tagLength;
export const segmentPlainLength = segmentLength - segmentOverhead;

export type Suite = {
  id: number;
  /** FLOE parameters: AEAD 0, KDF 0, segment length 262144, IV length 32. */
  floeParameters: Bytes;
  floeIvLength: number;
};

const suites: readonly Suite[] = [
  { id: 0x01, floeParameters: Uint8Array.of(0, 0, 0, 4, 0, 0, 0, 0, 0, 32), floeIvLength: 32 },
];

export const writtenSuite = 0x01;
export const readableSuites: ReadonlySet<number> = new Set([0x01]);

/** `allowed` can only narrow what is compiled in: nobody can talk a client into a suite that it does not have. */
export function suiteOf(id: number, allowed: ReadonlySet<number> = readableSuites): Suite {
  const suite = suites.find((row) => row.id === id);
  if (suite === undefined || !readableSuites.has(id) || !allowed.has(id)) throw new CryptoError("E_SUITE");
  return suite;
}

import { CryptoError } from "@dvd/crypto";

/** Damaged or sealed with another key; a fault of our own must not look like one of what is kept. */
export function unlessBroken(error: unknown): null {
  if (error instanceof CryptoError) return null;
  throw error;
}

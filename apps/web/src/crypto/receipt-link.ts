import { type Bytes, CryptoError, encodeReceiptLink } from "@dvd/crypto";

/** Null for a receipt that names too much for a printed code: the saved file proves it as well. */
export function receiptLinkOf(signed: { payload: Bytes; signature: Bytes }, rootFingerprint: string): string | null {
  try {
    return encodeReceiptLink(signed, rootFingerprint);
  } catch (error) {
    if (error instanceof CryptoError) return null;
    throw error;
  }
}

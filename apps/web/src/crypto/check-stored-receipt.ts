import { type Bytes, CryptoError, type Directory, formatFingerprint, proveReceipt, toHex } from "@dvd/crypto";
import { fromBase64 } from "./base64.ts";
import { receiptLinkOf } from "./receipt-link.ts";
import type { ReceiptAnswer } from "./wire-types.ts";

type Stored = ReceiptAnswer["receipt"];
type ReceiptDirectory = Pick<Directory, "authority" | "receiptKeys">;

/**
 * A receipt read again later, when this device no longer remembers what was sent. Throws unless the authority signed it
 * for this case and unit, and everything it names is in front of us: `known` are the message ids of the case's documents
 * and messages. What came after the receipt is in the case and not in the receipt.
 */
export async function checkStoredReceipt(
  directory: ReceiptDirectory & Pick<Directory, "name" | "rootFingerprint">,
  caseId: string,
  unitId: string,
  stored: Stored,
  known: readonly Bytes[],
) {
  const proven = await receiptOf(directory, caseId, stored);
  const present = new Set(known.map(toHex));
  const isWhole = [...proven.documents, ...proven.messages].every(({ message_id }) => present.has(message_id));
  if (proven.unit_id !== unitId || !isWhole) throw new CryptoError("E_RECEIPT_CONTEXT");
  return {
    reference: proven.reference,
    receivedAt: proven.received_at,
    count: proven.count,
    authority: directory.name,
    fingerprint: formatFingerprint(directory.rootFingerprint),
    link: receiptLinkOf(signedOf(stored), directory.rootFingerprint),
  };
}

/** Signed for this authority and case; the unit may be another by now, and what is listed is for the caller to compare. */
export async function receiptOf({ authority, receiptKeys }: ReceiptDirectory, caseId: string, stored: Stored) {
  const receipt = await proveReceipt(signedOf(stored), receiptKeys);
  if (receipt.authority !== authority || receipt.case_id !== caseId) throw new CryptoError("E_RECEIPT_CONTEXT");
  return receipt;
}

const signedOf = ({ payload, signature }: Stored) => ({
  payload: fromBase64(payload),
  signature: fromBase64(signature),
});

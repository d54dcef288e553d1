import { parseStatement } from "../statement/statement.ts";
import type { Signed } from "../statement/dsse.ts";
import { verifyReceiptKeys } from "../statement/verify-directory.ts";
import { parseReceipt, proveReceipt, type Receipt } from "./receipt.ts";

export type ReceiptEvidence = {
  receipt: Signed;
  /** Published by the authority, now or when the receipt was saved. */
  statements: readonly Signed[];
  /** In hex, from paper or from an earlier visit. Without it, whoever reads the result has to compare the root. */
  pinnedRoot?: string | undefined;
};

export type ProvenReceipt = { receipt: Receipt; authorityName: string; rootFingerprint: string };

/**
 * A receipt as evidence: was it signed by a key that the authority had certified for the time of receipt? Not whether
 * that key is still valid: a receipt outlives its key. Statements about unit keys and members, and receipt keys of
 * another time, say nothing about that and are left aside.
 * Throws E_RECEIPT, E_RECEIPT_SIG, and as verifyDirectory; E_STATEMENT_EXPIRED when the authority's own statement was not
 * valid then.
 */
export async function verifyReceiptEvidence(evidence: ReceiptEvidence): Promise<ProvenReceipt> {
  const { authority, received_at } = parseReceipt(evidence.receipt.payload);
  const time = Date.parse(received_at);
  const statements = evidence.statements.filter(({ payload }) => {
    const { type, not_before, expires } = parseStatement(payload);
    const isOfThatTime = Date.parse(not_before) <= time && time < Date.parse(expires);
    return type === "authority" || (type === "receipt-key" && isOfThatTime);
  });
  const { pinnedRoot } = evidence;
  const keys = await verifyReceiptKeys({ authority, statements, now: new Date(received_at), pinnedRoot });
  return {
    receipt: await proveReceipt(evidence.receipt, keys.receiptKeys),
    authorityName: keys.name,
    rootFingerprint: keys.rootFingerprint,
  };
}

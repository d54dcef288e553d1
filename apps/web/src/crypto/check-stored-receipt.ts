import { type Bytes, CryptoError, toHex, verifyReceipt } from "@dvd/crypto";
import { fromBase64 } from "./base64.ts";
import type { OpenCase } from "./key-holder.ts";
import type { ReceiptAnswer } from "./wire-types.ts";

/**
 * A receipt read again later, when this device no longer remembers what was sent. Throws unless the authority signed it
 * for this case and unit, and everything it names is in front of us: `known` are the message ids of the case's documents
 * and messages. What came after the receipt is in the case and not in the receipt.
 */
export async function checkStoredReceipt(
  { directory }: Pick<OpenCase, "directory">,
  caseId: string,
  unitId: string,
  { payload, signature }: ReceiptAnswer["receipt"],
  known: readonly Bytes[],
) {
  const receipt = { payload: fromBase64(payload), signature: fromBase64(signature) };
  const listed = listedIn(receipt.payload);
  const proven = await verifyReceipt({
    receipt,
    receiptKeys: directory.receiptKeys,
    // An id that is listed and not known is missing here, and two unequal lists are refused.
    expect: { authority: directory.authority, caseId, messageIds: known.filter((id) => listed.has(toHex(id))) },
  });
  if (proven.unit_id !== unitId) throw new CryptoError("E_RECEIPT_CONTEXT");
  return { reference: proven.reference, receivedAt: proven.received_at, count: proven.count };
}

/** Only picks what is asked for; whether the whole is well formed and signed is decided by `verifyReceipt`. */
function listedIn(payload: Bytes): ReadonlySet<unknown> {
  const read = readJson(payload);
  const entries = ["documents", "messages"].flatMap((list) => entriesOf(read, list));
  return new Set(entries.map((entry) => propertyOf(entry, "message_id")));
}

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

function entriesOf(read: unknown, list: string): readonly unknown[] {
  const entries = propertyOf(read, list);
  return Array.isArray(entries) ? entries : [];
}

function readJson(payload: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    throw new CryptoError("E_RECEIPT");
  }
}

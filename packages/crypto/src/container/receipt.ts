import { concat, fromHex, toHex, utf8 } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { checkShape, instant, integer, list, literal, object, readJson, text, writeJson, type Read } from "../json.ts";
import type { SigningKey } from "../keys/signing.ts";
import { sha256 } from "../primitives.ts";
import { isPayloadSigned, signPayload, type Signed, type SignedBytes } from "../statement/dsse.ts";
import { authorityShape, hashShape, uuidShape } from "../statement/statement.ts";
import type { ReceiptKey } from "../statement/verify-directory.ts";

const sealed = { message_id: hashShape, ciphertext_digest: hashShape, bytes: integer(1) };

const fields = object(
  {
    type: literal("receipt"),
    version: literal(1),
    authority: authorityShape,
    unit_id: uuidShape,
    case_id: uuidShape,
    reference: text(100),
    received_at: instant,
    sender: object({ key_id: hashShape, assurance: literal("low", "substantial", "high") }, {}),
    documents: list(object({ document_id: uuidShape, ...sealed }, {}), 1000),
    messages: list(object({ id: uuidShape, ...sealed }, {}), 1000),
    count: integer(1),
    bytes: integer(1),
  },
  {},
);

/**
 * The server's signed word that exactly these ciphertext bytes arrived at this time. It says nothing about the content,
 * which the server cannot read. `ciphertext_digest` is the segment list hash of SEAL, `bytes` the length of the body.
 * `sender` binds the signing key to the login that was verified when the case came: who later changes the key in the
 * database has no signature for it.
 */
export type Receipt = Read<typeof fields>;

const shape = (value: unknown): Receipt => {
  const receipt = fields(value);
  const all = [...receipt.documents, ...receipt.messages];
  const hasRightSums = receipt.count === all.length && receipt.bytes === all.reduce((sum, { bytes }) => sum + bytes, 0);
  const isListedOnce = new Set(all.map(({ message_id }) => message_id)).size === all.length;
  if (!hasRightSums || !isListedOnce) throw new CryptoError("E_RECEIPT");
  return receipt;
};

/** Throws E_RECEIPT when sums or fields are wrong. */
export function signReceipt(receipt: Receipt, key: SigningKey): Promise<SignedBytes> {
  return signPayload("receipt", utf8(writeJson(checkShape(receipt, shape, "E_RECEIPT"))), key);
}

/** One number for everything that a receipt names, in its order: for people who compare two papers. */
export const contentsFingerprint = async ({ documents, messages }: Receipt): Promise<string> =>
  toHex(await sha256(concat(utf8("PSRC"), ...[...documents, ...messages].map((one) => fromHex(one.message_id)))));

export type VerifyReceiptInput = {
  receipt: Signed;
  /** From the verified directory of the authority. */
  receiptKeys: readonly ReceiptKey[];
  /** What this client sent, and as whom; the receipt must list exactly these messages and documents. */
  expect: { authority: string; caseId: string; senderKeyId: Uint8Array; messageIds: readonly Uint8Array[] };
};

/**
 * Success may be shown only after this returned.
 * Throws E_RECEIPT (malformed), E_RECEIPT_SIG (no certified key signed it), E_RECEIPT_CONTEXT (another authority, case,
 * sender or set of containers).
 */
export async function verifyReceipt({ receipt, receiptKeys, expect }: VerifyReceiptInput): Promise<Receipt> {
  const read = await proveReceipt(receipt, receiptKeys);
  refuseUnless(read.authority === expect.authority && read.case_id === expect.caseId, "E_RECEIPT_CONTEXT");
  refuseUnless(read.sender.key_id === toHex(expect.senderKeyId), "E_RECEIPT_CONTEXT");
  const listed = [...read.documents, ...read.messages].map(({ message_id }) => message_id);
  refuseUnless(isSameSet(listed, expect.messageIds.map(toHex)), "E_RECEIPT_CONTEXT");
  return read;
}

/** Reads the form only, proves nothing. Throws E_RECEIPT. */
export const parseReceipt = (payload: Uint8Array): Receipt => readJson(payload, shape, "E_RECEIPT");

/**
 * What one of these keys signed while it was valid, whoever asks and whatever they know of the case.
 * Throws E_RECEIPT or E_RECEIPT_SIG.
 */
export async function proveReceipt(receipt: Signed, receiptKeys: readonly ReceiptKey[]): Promise<Receipt> {
  const read = parseReceipt(receipt.payload);
  refuseUnless(await isSignedByOneOf(receipt, read.received_at, receiptKeys), "E_RECEIPT_SIG");
  return read;
}

async function isSignedByOneOf(receipt: Signed, receivedAt: string, keys: readonly ReceiptKey[]): Promise<boolean> {
  const time = Date.parse(receivedAt);
  for (const { spki, validFrom, validUntil } of keys) {
    if (time < validFrom.getTime() || time >= validUntil.getTime()) continue;
    if (await isPayloadSigned("receipt", receipt, spki)) return true;
  }
  return false;
}

/** `listed` has no duplicates, `sent` is the caller's. */
const isSameSet = (listed: readonly string[], sent: readonly string[]): boolean =>
  listed.length === sent.length && listed.every((messageId) => sent.includes(messageId));

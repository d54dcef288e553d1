import {
  concat,
  copyOf,
  copyOfLength,
  equalBytes,
  fromBase64Url,
  fromHex,
  readerOf,
  toBase64Url,
  toHex,
  u64,
  utf8,
  uuidBytes,
  uuidPattern,
  uuidText,
  type Bytes,
} from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { writeJson } from "../json.ts";
import type { Signed, SignedBytes } from "../statement/dsse.ts";
import { signature } from "../suite.ts";
import { parseReceipt, type Receipt } from "./receipt.ts";

/** A receipt and the root to hold it against, short enough for a printed code. */
export type LinkedReceipt = { receipt: SignedBytes; rootFingerprint: string };

const version = 1;
const fixedLength = 123;
const entryLength = 88;
/** The last moment that has four digits for its year; anything later has another spelling. */
const latest = Date.parse("9999-12-31T23:59:59.999Z");

/** Levels of a login by their number in the link. */
const levels = ["low", "substantial", "high"] as const;

type Entry = { id: string; message_id: string; ciphertext_digest: string; bytes: number };

const encodeEntry = ({ id, message_id, ciphertext_digest, bytes }: Entry): Bytes =>
  concat(uuidBytes(id), fromHex(message_id), fromHex(ciphertext_digest), u64(bytes));

function encode(receipt: Receipt, signed: Uint8Array, rootFingerprint: string): Bytes {
  const reference = utf8(receipt.reference);
  const { documents, messages } = receipt;
  const isShort = reference.length <= 255 && documents.length <= 255 && messages.length <= 255;
  refuseUnless(isShort && uuidPattern.test(receipt.authority), "E_RECEIPT");
  return concat(
    Uint8Array.of(version),
    uuidBytes(receipt.authority),
    uuidBytes(receipt.unit_id),
    uuidBytes(receipt.case_id),
    copyOfLength(fromHex(rootFingerprint), 32, "E_LENGTH"),
    fromHex(receipt.sender.key_id),
    Uint8Array.of(levels.indexOf(receipt.sender.assurance)),
    u64(Date.parse(receipt.received_at)),
    Uint8Array.of(reference.length),
    reference,
    Uint8Array.of(documents.length, messages.length),
    ...documents.map(({ document_id: id, ...entry }) => encodeEntry({ id, ...entry })),
    ...messages.map(encodeEntry),
    copyOfLength(signed, signature.length, "E_RECEIPT"),
  );
}

/**
 * The text behind `#` in the link of a receipt. The signed JSON is left out and written again by the reader from its
 * values: two thirds shorter. Throws E_RECEIPT when that would not give the same bytes: no receipt, one that names more
 * than 255 documents or messages, or one of an authority whose id is no UUID.
 */
export function encodeReceiptLink(signed: Signed, rootFingerprint: string): string {
  const packed = encode(parseReceipt(signed.payload), signed.signature, rootFingerprint);
  refuseUnless(equalBytes(decode(packed).receipt.payload, signed.payload), "E_RECEIPT");
  return toBase64Url(packed);
}

/** Proves nothing: that is `verifyReceiptEvidence`, with this root. Throws E_RECEIPT for anything but a whole link. */
export function readReceiptLink(text: string): LinkedReceipt {
  let packed: Bytes;
  try {
    packed = fromBase64Url(text);
  } catch (cause) {
    throw new CryptoError("E_RECEIPT", { cause });
  }
  const linked = decode(packed);
  const again = encode(parseReceipt(linked.receipt.payload), linked.receipt.signature, linked.rootFingerprint);
  refuseUnless(equalBytes(again, packed), "E_RECEIPT");
  return linked;
}

function decode(packed: Uint8Array): LinkedReceipt {
  refuseUnless(packed.length > fixedLength, "E_RECEIPT");
  const read = readerOf(copyOf(packed));
  refuseUnless(read.u8() === version, "E_RECEIPT");
  const [authority, unit_id, case_id] = [uuidText(read.take(16)), uuidText(read.take(16)), uuidText(read.take(16))];
  const rootFingerprint = toHex(read.take(32));
  const key_id = toHex(read.take(32));
  const assurance = levels[read.u8()];
  if (assurance === undefined) throw new CryptoError("E_RECEIPT");
  const time = Number(read.u64());
  refuseUnless(time <= latest, "E_RECEIPT");
  const referenceLength = read.u8();
  refuseUnless(packed.length >= fixedLength + referenceLength + 2, "E_RECEIPT");
  const reference = new TextDecoder().decode(read.take(referenceLength));
  const [documentCount, messageCount] = [read.u8(), read.u8()];
  const entries = (documentCount + messageCount) * entryLength;
  refuseUnless(packed.length === fixedLength + referenceLength + 2 + entries + signature.length, "E_RECEIPT");
  const entry = () => ({
    id: uuidText(read.take(16)),
    message_id: toHex(read.take(32)),
    ciphertext_digest: toHex(read.take(32)),
    bytes: Number(read.u64()),
  });
  const documents = Array.from({ length: documentCount }, () => {
    const { id: document_id, ...rest } = entry();
    return { document_id, ...rest };
  });
  const messages = Array.from({ length: messageCount }, entry);
  const all = [...documents, ...messages];
  const payload = utf8(
    writeJson({
      type: "receipt",
      version: 1,
      authority,
      unit_id,
      case_id,
      reference,
      received_at: new Date(time).toISOString(),
      sender: { key_id, assurance },
      documents,
      messages,
      count: all.length,
      bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    }),
  );
  return { receipt: { payload, signature: read.take(signature.length) }, rootFingerprint };
}

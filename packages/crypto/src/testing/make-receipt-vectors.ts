/**
 * Writes vectors/receipts.json anew: `node src/testing/make-receipt-vectors.ts`. Keys and signatures come out different
 * each time. Published vectors are never replaced by a second run.
 */
import { writeFileSync } from "node:fs";
import { concat, fromBase64Url, toBase64Url, toHex, u64, type Bytes } from "../bytes.ts";
import { encodeReceiptLink } from "../container/receipt-link.ts";
import { contentsFingerprint, signReceipt, type Receipt } from "../container/receipt.ts";
import { rootFingerprint } from "../keys/fingerprint.ts";
import { generateSigningKey } from "../keys/signing.ts";
import type { SignedBytes } from "../statement/dsse.ts";
import { signStatement } from "../statement/statement.ts";
import { accountId, flipBit, otherAccountId, unitId, withByte } from "./fixtures.ts";

const authority = "0189cccc-0000-7000-8000-000000000001";
const [root, operational, receiptKey, nextKey] = await Promise.all([1, 2, 3, 4].map(() => generateSigningKey()));
if (!root || !operational || !receiptKey || !nextKey) throw new Error("four were made");
const years = { authority, not_before: "2026-01-01T00:00:00.000Z", expires: "2036-01-01T00:00:00.000Z" };
const own = { type: "authority" as const, ...years, name: "Stadt Musterfurt", seq: 1 };
const keys = { root: toBase64Url(root.key.spki), operational: toBase64Url(operational.key.spki) };
const keyOf = (key: typeof root, not_before: string, expires: string) =>
  signStatement(
    { type: "receipt-key", authority, key: toBase64Url(key.key.spki), not_before, expires },
    operational.key,
  );
const change = "2027-01-01T00:00:00.000Z";
const [authorityStatement, first, next] = await Promise.all([
  signStatement({ ...own, ...keys }, root.key),
  keyOf(receiptKey, years.not_before, change),
  keyOf(nextKey, change, years.expires),
]);
const lateMembers = await signStatement(
  { type: "members", ...years, not_before: "2030-01-01T00:00:00.000Z", unit_id: unitId, seq: 9, members: [] },
  operational.key,
);
const lateAuthority = await signStatement({ ...own, ...keys, not_before: change, seq: 2 }, root.key);

const entry = { message_id: "aa".repeat(32), ciphertext_digest: "bb".repeat(32), bytes: 483_392 };
const receipt: Receipt = {
  type: "receipt",
  version: 1,
  authority,
  unit_id: unitId,
  case_id: otherAccountId,
  reference: "DVD-26-ÄÖÜ-123",
  received_at: "2026-11-21T08:00:00.000Z",
  sender: { key_id: "ee".repeat(32), assurance: "substantial" },
  documents: [{ document_id: accountId, ...entry }],
  messages: [{ id: unitId, message_id: "cc".repeat(32), ciphertext_digest: "dd".repeat(32), bytes: 1056 }],
  count: 2,
  bytes: 484_448,
};
const signed = await signReceipt(receipt, receiptKey.key);
const pinned = await rootFingerprint(root.key.spki);
const link = encodeReceiptLink(signed, pinned);
const packed = fromBase64Url(link);
const text = ({ payload, signature }: SignedBytes) => ({ payload: new TextDecoder().decode(payload), signature });
const at = async (received_at: string, key: typeof root) =>
  text(await signReceipt({ ...receipt, received_at }, key.key));
const changed = (name: string, bytes: Bytes) => ({ name, link: toBase64Url(bytes), error: "E_RECEIPT" });
const late = concat(packed.slice(0, 114), u64(8_640_000_000_000_001), packed.slice(122));

const vectors = {
  evidence: {
    receipt: text(signed),
    pinnedRoot: pinned,
    statements: [authorityStatement, first, next, lateMembers].map(text),
    result: { authorityName: own.name, contents: await contentsFingerprint(receipt) },
    accepted: [
      { name: "the key has been replaced since, and later statements stand beside it", change: {} },
      { name: "the last moment of the key", change: { receipt: await at("2026-12-31T23:59:59.999Z", receiptKey) } },
      { name: "the first moment of the next key", change: { receipt: await at(change, nextKey) } },
    ],
    refused: [
      ["the key had ended", { receipt: await at(change, receiptKey) }, "E_RECEIPT_SIG"],
      ["the key had not begun", { receipt: await at("2026-12-31T23:59:59.999Z", nextKey) }, "E_RECEIPT_SIG"],
      ["no certified key of that time", { statements: [authorityStatement, next].map(text) }, "E_RECEIPT_SIG"],
      ["another root than on paper", { pinnedRoot: "00".repeat(32) }, "E_ROOT_CHANGED"],
      ["no statements", { statements: [] }, "E_STATEMENT"],
      ["the authority's statement is younger", { statements: [lateAuthority, first].map(text) }, "E_STATEMENT_EXPIRED"],
      [
        "a receipt key that the root itself signed",
        {
          statements: [
            authorityStatement,
            await signStatement({ type: "receipt-key", ...years, key: toBase64Url(receiptKey.key.spki) }, root.key),
          ].map(text),
        },
        "E_STATEMENT_SIG",
      ],
    ].map(([name, change, error]) => ({ name, change, error })),
  },
  link: {
    text: link,
    refused: [
      { name: "nothing", link: "", error: "E_RECEIPT" },
      { name: "no base64url", link: `${link}=`, error: "E_RECEIPT" },
      changed("cut by one byte", packed.slice(0, -1)),
      changed("one byte more", concat(packed, Uint8Array.of(0))),
      changed(
        "version 2",
        withByte(packed, 0, () => 2),
      ),
      changed(
        "one document more announced",
        withByte(packed, 123 + 17, () => 2),
      ),
      changed(
        "no containers",
        withByte(
          withByte(packed, 123 + 17, () => 0),
          123 + 18,
          () => 0,
        ),
      ),
      changed(
        "a reference longer than the link",
        withByte(packed, 122, () => 255),
      ),
      changed(
        "a reference that is not UTF-8",
        withByte(packed, 123 + 7, () => 0xff),
      ),
      changed(
        "an unknown level of login",
        withByte(packed, 113, () => 3),
      ),
      changed("a time beyond the year 9999", late),
      changed(
        "one container twice",
        concat(packed.slice(0, 142), packed.slice(142, 230), packed.slice(142, 230), packed.slice(318)),
      ),
    ],
    /** Well formed, and not what was signed. */
    forged: [81 * 8 + 7, 114 * 8 + 63, 17 * 8 + 7, packed.length * 8 - 1].map((bit) =>
      toBase64Url(flipBit(packed, bit)),
    ),
  },
};
writeFileSync(
  new URL("../../vectors/receipts.json", import.meta.url),
  `${JSON.stringify(vectors, (_, one: unknown) => (one instanceof Uint8Array ? toHex(one) : one), 1)}\n`,
);

import { beforeAll, describe, expect, it } from "vitest";
import { fromHex } from "../bytes.ts";
import { generateSigningKey, type SigningKey } from "../keys/signing.ts";
import { signPayload, type SignedBytes } from "../statement/dsse.ts";
import type { ReceiptKey } from "../statement/verify-directory.ts";
import { accountId as caseId, flipBit, otherAccountId, outcome, unitId } from "../testing/fixtures.ts";
import { proveReceipt, signReceipt, verifyReceipt, type Receipt, type VerifyReceiptInput } from "./receipt.ts";

const hash = (byte: string) => byte.repeat(32);
const receipt: Receipt = {
  type: "receipt",
  version: 1,
  authority: "stadt-a",
  unit_id: unitId,
  case_id: caseId,
  reference: "A-2026-000123",
  received_at: "2026-11-21T08:00:00.000Z",
  sender: { key_id: hash("5e"), assurance: "substantial" },
  documents: [
    { document_id: otherAccountId, message_id: hash("aa"), ciphertext_digest: hash("bb"), bytes: 1056 },
    { document_id: unitId, message_id: hash("cc"), ciphertext_digest: hash("dd"), bytes: 2000 },
  ],
  messages: [{ id: otherAccountId, message_id: hash("ee"), ciphertext_digest: hash("ff"), bytes: 1056 }],
  count: 3,
  bytes: 4112,
};
const messageIds = ["ee", "aa", "cc"].map((byte) => fromHex(hash(byte)));

let key: SigningKey;
let receiptKeys: ReceiptKey[];
let signed: SignedBytes;

beforeAll(async () => {
  ({ key } = await generateSigningKey());
  const other = (await generateSigningKey()).key;
  const inTime = { validFrom: new Date("2026-11-01T00:00:00.000Z"), validUntil: new Date("2026-12-01T00:00:00.000Z") };
  receiptKeys = [other, key].map(({ spki, keyId }) => ({ spki, keyId, ...inTime }));
  signed = await signReceipt(receipt, key);
});

const verify = (change: Partial<VerifyReceiptInput> = {}, expected: Partial<VerifyReceiptInput["expect"]> = {}) =>
  verifyReceipt({
    receipt: signed,
    receiptKeys,
    expect: { authority: "stadt-a", caseId, senderKeyId: fromHex(hash("5e")), messageIds, ...expected },
    ...change,
  });

describe("a receipt", () => {
  it("proves that exactly the sent containers arrived, in whatever order they are listed", async () => {
    expect(await verify()).toEqual(receipt);
    expect(await verify({}, { messageIds: messageIds.toReversed() })).toEqual(receipt);
  });

  it("is refused for another sender than the one that the login was verified for", async () => {
    expect(await outcome(() => verify({}, { senderKeyId: fromHex(hash("11")) }))).toBe("E_RECEIPT_CONTEXT");
  });

  it("can be read by somebody who did not send it, who then still knows who signed it", async () => {
    expect(await proveReceipt(signed, receiptKeys)).toEqual(receipt);
    const stranger = (await generateSigningKey()).key;
    const foreign = await signReceipt(receipt, stranger);
    expect(await outcome(() => proveReceipt(foreign, receiptKeys))).toBe("E_RECEIPT_SIG");
  });

  it("is refused when a container is missing, one is added, or another took its place", async () => {
    const list = (ids: Uint8Array[]) => outcome(() => verify({}, { messageIds: ids }));
    expect(await list(messageIds.slice(1))).toBe("E_RECEIPT_CONTEXT");
    expect(await list([...messageIds, fromHex(hash("11"))])).toBe("E_RECEIPT_CONTEXT");
    expect(await list(messageIds.with(0, fromHex(hash("11"))))).toBe("E_RECEIPT_CONTEXT");
    expect(await list([...messageIds.slice(0, 2), ...messageIds.slice(0, 1)])).toBe("E_RECEIPT_CONTEXT");
  });

  it("is refused for another case or another authority", async () => {
    expect(await outcome(() => verify({}, { caseId: otherAccountId }))).toBe("E_RECEIPT_CONTEXT");
    expect(await outcome(() => verify({}, { authority: "stadt-b" }))).toBe("E_RECEIPT_CONTEXT");
  });

  it("is refused when no certified key signed it", async () => {
    expect(await outcome(() => verify({ receiptKeys: receiptKeys.slice(0, 1) }))).toBe("E_RECEIPT_SIG");
    expect(await outcome(() => verify({ receiptKeys: [] }))).toBe("E_RECEIPT_SIG");
    const asStatement = await signPayload("statement", signed.payload, key);
    expect(await outcome(() => verify({ receipt: asStatement }))).toBe("E_RECEIPT_SIG");
  });

  it("is refused when the key was not valid at the time of receipt", async () => {
    const at = async (received_at: string) => {
      const other = await signReceipt({ ...receipt, received_at }, key);
      return outcome(() => verify({ receipt: other }));
    };
    expect(await at("2026-11-01T00:00:00.000Z")).toBe("accepted");
    expect(await at("2026-10-31T23:59:59.999Z")).toBe("E_RECEIPT_SIG");
    expect(await at("2026-11-30T23:59:59.999Z")).toBe("accepted");
    expect(await at("2026-12-01T00:00:00.000Z")).toBe("E_RECEIPT_SIG");
  });

  it("is refused for a changed bit anywhere", async () => {
    for (let bit = 0; bit < signed.payload.length * 8; bit += 31) {
      const payload = flipBit(signed.payload, bit);
      expect(await outcome(() => verify({ receipt: { ...signed, payload } }))).not.toBe("accepted");
    }
    for (let bit = 0; bit < 96 * 8; bit += 7) {
      const signature = flipBit(signed.signature, bit);
      expect(await outcome(() => verify({ receipt: { ...signed, signature } }))).toBe("E_RECEIPT_SIG");
    }
  });

  it.each([
    ["a wrong count", { count: 2 }],
    ["a wrong sum", { bytes: 4111 }],
    ["nothing in it", { documents: [], messages: [], count: 0, bytes: 0 }],
    ["one container twice", { documents: [receipt.documents[0], receipt.documents[0]], count: 3, bytes: 3168 }],
    ["another version", { version: 2 }],
    ["an unknown field", { note: "" }],
    ["a time in another spelling", { received_at: "2026-11-21T08:00:00Z" }],
  ])("is neither written nor read with %s", async (_, change) => {
    const wrong = Object.assign({ ...receipt }, change);
    expect(await outcome(() => signReceipt(wrong, key))).toBe("E_RECEIPT");
    const payload = new TextEncoder().encode(JSON.stringify(wrong));
    const forged = await signPayload("receipt", payload, key);
    expect(await outcome(() => verify({ receipt: forged }))).toBe("E_RECEIPT");
  });
});

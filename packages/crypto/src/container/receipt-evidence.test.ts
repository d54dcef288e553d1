import { describe, expect, it } from "vitest";
import { fromHex, utf8 } from "../bytes.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { outcome } from "../testing/fixtures.ts";
import { readVectors, type SignedText } from "../testing/read-vectors.ts";
import { verifyReceiptEvidence } from "./receipt-evidence.ts";
import { readReceiptFile } from "./receipt-file.ts";
import { encodeReceiptLink, readReceiptLink } from "./receipt-link.ts";
import { contentsFingerprint, parseReceipt, signReceipt } from "./receipt.ts";

type Evidence = { receipt: SignedText; pinnedRoot: string; statements: SignedText[] };
type Vectors = {
  evidence: Evidence & {
    result: { authorityName: string; contents: string };
    accepted: { name: string; change: Partial<Evidence> }[];
    refused: { name: string; change: Partial<Evidence>; error: string }[];
  };
  link: { text: string; refused: { name: string; link: string; error: string }[]; forged: string[] };
};
const { evidence, link } = readVectors<Vectors>("receipts");
const bytesOf = ({ payload, signature }: SignedText) => ({ payload: utf8(payload), signature: fromHex(signature) });

const verify = (change: Partial<Evidence> = {}) => {
  const { receipt, pinnedRoot, statements } = { ...evidence, ...change };
  return verifyReceiptEvidence({ receipt: bytesOf(receipt), pinnedRoot, statements: statements.map(bytesOf) });
};

describe("a receipt as evidence", () => {
  it.each(evidence.accepted)("is believed: $name", async ({ change }) => {
    const proven = await verify(change);
    expect(proven.authorityName).toBe(evidence.result.authorityName);
    expect(await contentsFingerprint(proven.receipt)).toBe(evidence.result.contents);
  });

  it.each(evidence.refused)("is refused: $name", async ({ change, error }) => {
    expect(await outcome(() => verify(change))).toBe(error);
  });

  it("is read from the file that the portal saves, and from no other", async () => {
    const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
    const carried = (signed: SignedText) => {
      const { payload, signature } = bytesOf(signed);
      return { payload: base64(payload), signature: base64(signature) };
    };
    const saved = {
      receipt: carried(evidence.receipt),
      authority: parseReceipt(utf8(evidence.receipt.payload)).authority,
      statements: evidence.statements.map(carried),
    };
    const read = readReceiptFile(JSON.stringify(saved, null, 2));
    expect((await verifyReceiptEvidence({ ...read, pinnedRoot: evidence.pinnedRoot })).receipt.count).toBe(2);
    const { receipt: _, ...without } = saved;
    for (const wrong of [
      without,
      { ...saved, note: 1 },
      { ...saved, statements: [{ payload: "?", signature: "" }] },
      null,
    ])
      expect(await outcome(() => readReceiptFile(JSON.stringify(wrong)))).toBe("E_RECEIPT");
    expect(await outcome(() => readReceiptFile("no json"))).toBe("E_RECEIPT");
  });
});

describe("the link of a receipt", () => {
  it("carries exactly the signed bytes and the root, in few characters for a document and a message", async () => {
    expect(encodeReceiptLink(bytesOf(evidence.receipt), evidence.pinnedRoot)).toBe(link.text);
    expect(readReceiptLink(link.text)).toEqual({
      receipt: bytesOf(evidence.receipt),
      rootFingerprint: evidence.pinnedRoot,
    });
    expect(link.text.length).toBeLessThan(560);
  });

  it.each(link.refused)("is refused: $name", async ({ link: text, error }) => {
    expect(await outcome(() => readReceiptLink(text))).toBe(error);
  });

  it("proves nothing when a value was changed", async () => {
    for (const text of link.forged) {
      const { receipt } = readReceiptLink(text);
      const statements = evidence.statements.map(bytesOf);
      expect(await outcome(() => verifyReceiptEvidence({ receipt, statements }))).toBe("E_RECEIPT_SIG");
    }
  });

  it("is not made for a receipt that it could not give back", async () => {
    const { key } = await generateSigningKey();
    const receipt = parseReceipt(utf8(evidence.receipt.payload));
    const made = async (change: object) => {
      const signed = await signReceipt({ ...receipt, ...change }, key);
      return outcome(() => encodeReceiptLink(signed, evidence.pinnedRoot));
    };
    expect(await made({})).toBe("accepted");
    expect(await made({ authority: "stadt-a" })).toBe("E_RECEIPT");
    const { type, ...rest } = receipt;
    const reordered = await signReceipt({ ...rest, type }, key);
    expect(await outcome(() => encodeReceiptLink(reordered, evidence.pinnedRoot))).toBe("E_RECEIPT");
    const documents = Array.from({ length: 256 }, (_, at) => ({
      ...receipt.documents[0],
      message_id: at.toString(16).padStart(64, "0"),
      bytes: 1056,
    }));
    expect(await made({ documents, messages: [], count: 256, bytes: 256 * 1056 })).toBe("E_RECEIPT");
    expect(await made({ documents: documents.slice(1), messages: [], count: 255, bytes: 255 * 1056 })).toBe("accepted");
  });
});

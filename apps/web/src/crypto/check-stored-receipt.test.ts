import {
  CryptoError,
  type Directory,
  fromHex,
  generateSigningKey,
  readReceiptLink,
  signReceipt,
  toHex,
} from "@dvd/crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { toBase64 } from "./base64.ts";
import { checkStoredReceipt } from "./check-stored-receipt.ts";

const caseId = "0189aaaa-0000-7000-8000-000000000001";
const otherId = "0189aaaa-0000-7000-8000-000000000002";
const unitId = "0189bbbb-0000-7000-8000-000000000001";
const authority = "0189cccc-0000-7000-8000-000000000001";
const [document, message, answer] = ["aa", "bb", "cc"].map((byte) => fromHex(byte.repeat(32)));
const known = [document, message, answer].filter((id) => id !== undefined);

let directory: Pick<Directory, "authority" | "name" | "receiptKeys" | "rootFingerprint">;
let receipt: { payload: string; signature: string };

beforeAll(async () => {
  const { key } = await generateSigningKey();
  const validFrom = new Date("2026-11-01T00:00:00.000Z");
  const validUntil = new Date("2026-12-01T00:00:00.000Z");
  directory = {
    authority,
    name: "Stadt Musterfurt",
    rootFingerprint: "ee".repeat(32),
    receiptKeys: [{ spki: key.spki, keyId: key.keyId, validFrom, validUntil }],
  };
  const entry = (byte: string) => ({ message_id: byte.repeat(32), ciphertext_digest: "dd".repeat(32), bytes: 1056 });
  const signed = await signReceipt(
    {
      type: "receipt",
      version: 1,
      authority,
      unit_id: unitId,
      case_id: caseId,
      reference: "DVD-26-AAAA-BBB",
      received_at: "2026-11-21T08:00:00.000Z",
      sender: { key_id: "ee".repeat(32), assurance: "substantial" },
      documents: [{ document_id: otherId, ...entry("aa") }],
      messages: [{ id: otherId, ...entry("bb") }],
      count: 2,
      bytes: 2112,
    },
    key,
  );
  receipt = { payload: toBase64(signed.payload), signature: toBase64(signed.signature) };
});

async function check({ caseIs = caseId, unitIs = unitId, ids = known, stored = receipt } = {}) {
  try {
    return await checkStoredReceipt(directory, caseIs, unitIs, stored, ids);
  } catch (error) {
    if (error instanceof CryptoError) return error.code;
    throw error;
  }
}

describe("a receipt that is read again later", () => {
  it("is believed when everything it names is in the case, also when more came afterwards", async () => {
    const proven = { reference: "DVD-26-AAAA-BBB", receivedAt: "2026-11-21T08:00:00.000Z", count: 2 };
    expect(await check()).toMatchObject(proven);
    expect(await check({ ids: known.slice(0, 2) })).toMatchObject(proven);
  });

  it("comes with a link that carries the very bytes that were signed", async () => {
    const { link } = Object(await check());
    const { receipt: linked, rootFingerprint } = readReceiptLink(String(link));
    expect({ payload: toBase64(linked.payload), signature: toBase64(linked.signature) }).toEqual(receipt);
    expect(rootFingerprint).toBe(directory.rootFingerprint);
  });

  it("is refused when something it names is not in the case any more", async () => {
    for (const [at, id] of known.slice(0, 2).entries())
      expect([toHex(id), await check({ ids: known.toSpliced(at, 1) })]).toEqual([toHex(id), "E_RECEIPT_CONTEXT"]);
  });

  it("is refused for another case or another unit", async () => {
    expect(await check({ caseIs: otherId })).toBe("E_RECEIPT_CONTEXT");
    expect(await check({ unitIs: otherId })).toBe("E_RECEIPT_CONTEXT");
  });

  it("is refused when its bytes are not the signed ones, or are no receipt at all", async () => {
    const changed = btoa(atob(receipt.payload).replace("08:00:00.000Z", "09:00:00.000Z"));
    expect(await check({ stored: { ...receipt, payload: changed } })).toBe("E_RECEIPT_SIG");
    for (const nothing of ["", "null", "{}", "no json"])
      expect([nothing, await check({ stored: { ...receipt, payload: btoa(nothing) } })]).toEqual([
        nothing,
        "E_RECEIPT",
      ]);
  });
});

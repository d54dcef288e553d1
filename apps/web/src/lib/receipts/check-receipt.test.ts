import {
  generateSigningKey,
  encodeReceiptLink,
  signReceipt,
  signStatement,
  toBase64Url,
  rootFingerprint,
} from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import { TRPCClientError } from "@trpc/client";
import { beforeAll, describe, expect, it } from "vitest";
import { toBase64 } from "../../crypto/base64.ts";
import type { KeysAnswer } from "../../crypto/wire-types.ts";
import { checkReceiptFile, checkReceiptLink, refusalOf } from "./check-receipt.ts";

const authority = "0189cccc-0000-7000-8000-000000000001";
const id = "0189aaaa-0000-7000-8000-000000000001";
/** Long over when these tests run: a receipt outlives its key. */
const inTime = { authority, not_before: "2020-01-01T00:00:00.000Z", expires: "2021-01-01T00:00:00.000Z" };
const carried = ({ payload, signature }: { payload: Uint8Array; signature: Uint8Array }) => ({
  payload: toBase64(payload),
  signature: toBase64(signature),
});

let answer: Pick<KeysAnswer, "authority" | "statements">;
let link: string;
let file: string;

/** A receipt with everything that proves it, under a root that whoever calls this has made. */
async function signedByOwnRoot() {
  const [root, operational, receiptKey] = await Promise.all([1, 2, 3].map(() => generateSigningKey()));
  if (!root || !operational || !receiptKey) throw new Error("three were made");
  const [rootSpki, operationalSpki] = [toBase64Url(root.key.spki), toBase64Url(operational.key.spki)];
  const own = { name: "Stadt Musterfurt", root: rootSpki, operational: operationalSpki, seq: 1 };
  const statements = await Promise.all([
    signStatement({ type: "authority", ...inTime, ...own }, root.key),
    signStatement({ type: "receipt-key", ...inTime, key: toBase64Url(receiptKey.key.spki) }, operational.key),
  ]);
  const published = { authority, statements: statements.map(carried) };
  const entry = { message_id: "aa".repeat(32), ciphertext_digest: "dd".repeat(32), bytes: 1056 };
  const signed = await signReceipt(
    {
      type: "receipt",
      version: 1,
      authority,
      unit_id: id,
      case_id: id,
      reference: "DVD-20-AAAA-BBB",
      received_at: "2020-11-21T08:00:00.000Z",
      sender: { key_id: "ee".repeat(32), assurance: "substantial" },
      documents: [{ document_id: id, ...entry }],
      messages: [],
      count: 1,
      bytes: 1056,
    },
    receiptKey.key,
  );
  return {
    answer: published,
    link: encodeReceiptLink(signed, await rootFingerprint(root.key.spki)),
    file: JSON.stringify({ receipt: carried(signed), ...published }, null, 2),
  };
}

beforeAll(async () => {
  ({ answer, link, file } = await signedByOwnRoot());
});

const asked: string[] = [];
const fetchStatements = async (wanted: string) => {
  asked.push(wanted);
  return answer;
};
const refused = (checked: Promise<unknown>) => checked.then(() => "proven", refusalOf);

/** The link with one byte of it changed. */
const changed = (at: number) => {
  const bytes = Uint8Array.from(atob(link.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return toBase64Url(bytes);
};

describe("checking a receipt", () => {
  it("gives time, extent, authority and numbers, and asks for nothing but the authority", async () => {
    const receipt = await checkReceiptLink(link, fetchStatements);
    expect(receipt).toMatchObject({
      reference: "DVD-20-AAAA-BBB",
      receivedAt: "2020-11-21T08:00:00.000Z",
      documents: 1,
      messages: 0,
      bytes: 1056,
      authorityName: "Stadt Musterfurt",
    });
    expect(asked).toEqual([authority]);
    expect(receipt.isCompared).toBe(true);
    expect(await checkReceiptFile(file, fetchStatements)).toEqual(receipt);
    expect(asked).toEqual([authority, authority]);
  });

  it("says of a file that could not be compared that it is only in agreement with itself", async () => {
    const offline = () => Promise.reject(new TRPCClientError("Failed to fetch"));
    const receipt = await checkReceiptFile(file, fetchStatements);
    expect(await checkReceiptFile(file, offline)).toEqual({ ...receipt, isCompared: false });
  });

  it("believes no file whose root somebody has made and called after an authority", async () => {
    const forged = await signedByOwnRoot();
    expect(await refused(checkReceiptFile(forged.file, fetchStatements))).toBe("otherRoot");
    const unknown = () => Promise.reject(new DomainError("authority.not-found"));
    expect(await refused(checkReceiptFile(forged.file, unknown))).toBe("unknownAuthority");
    expect(await refused(checkReceiptFile(file, async () => ({ statements: [] })))).toBe("statements");
  });

  it("refuses a cut link before anything is asked for", async () => {
    const none = () => Promise.reject(new Error("asked"));
    expect(await refused(checkReceiptLink(link.slice(0, -4), none))).toBe("malformed");
    expect(await refused(checkReceiptFile(file.slice(1), none))).toBe("malformed");
  });

  it("tells a changed receipt from another root and from statements that prove nothing", async () => {
    expect(await refused(checkReceiptLink(changed(88), fetchStatements))).toBe("unsigned");
    expect(await refused(checkReceiptLink(changed(60), fetchStatements))).toBe("otherRoot");
    const without = async () => ({ ...answer, statements: answer.statements.slice(1) });
    expect(await refused(checkReceiptLink(link, without))).toBe("statements");
    const other = changed(16);
    expect(await refused(checkReceiptLink(other, fetchStatements))).toBe("statements");
  });
});

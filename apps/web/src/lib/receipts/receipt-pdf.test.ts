import { encodeReceiptLink, generateSigningKey, readReceiptLink, signReceipt, toHex } from "@dvd/crypto";
import { limits } from "@dvd/domain/document/limits";
import { beforeAll, describe, expect, it } from "vitest";
import { dictionaries, locales } from "../../i18n/locales.ts";
import { translator } from "../../i18n/index.ts";
import { codeOf, receiptPdf } from "./receipt-pdf.ts";

// The reader wants it for drawing, which nobody asks for here; Node has none.
Object.assign(globalThis, { DOMMatrix: Object });
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

const origin = "https://portal.direktvermittlung.example";
const id = (number: number) => `0189aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;
const digest = (number: number) => toHex(new Uint8Array(32).fill(number));
const fingerprint = Array.from({ length: 16 }, () => "abcd").join(" ");

let key: Awaited<ReturnType<typeof generateSigningKey>>["key"];
beforeAll(async () => {
  ({ key } = await generateSigningKey());
});

/** The receipt of so many documents, answers included, and the message that goes with them. */
async function receiptOf(documents: number) {
  const entry = (number: number) => ({ message_id: digest(number), ciphertext_digest: digest(number), bytes: 1 });
  const signed = await signReceipt(
    {
      type: "receipt",
      version: 1,
      authority: id(901),
      unit_id: id(902),
      case_id: id(903),
      reference: "DVD-26-AAAA-BBB",
      received_at: "2026-11-21T08:00:00.000Z",
      sender: { key_id: digest(200), assurance: "substantial" },
      documents: Array.from({ length: documents }, (_, at) => ({ document_id: id(at + 1), ...entry(at + 1) })),
      messages: [{ id: id(904), ...entry(100) }],
      count: documents + 1,
      bytes: documents + 1,
    },
    key,
  );
  const link = encodeReceiptLink(signed, digest(201));
  const about = { reference: "DVD-26-AAAA-BBB", receivedAt: "2026-11-21T08:00:00.000Z", authority: "Stadt Musterfurt" };
  return { signed, proven: { ...about, count: documents + 1, fingerprint, link } };
}

async function read(blob: Blob) {
  const pdf = await getDocument({ data: new Uint8Array(await blob.arrayBuffer()), stopAtErrors: true, verbosity: 0 })
    .promise;
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  const text = items.flatMap((item) => ("str" in item ? [item.str] : [])).join(" ");
  return { pages: pdf.numPages, text, links: (await page.getAnnotations()) as { url: string }[] };
}

describe.each(locales)("the receipt as a PDF in %s", (locale) => {
  const t = translator(dictionaries[locale]);
  const pdfOf = (proven: Parameters<typeof receiptPdf>[0]) =>
    read(receiptPdf(proven, { t, locale }, { origin, now: new Date("2026-11-21T09:00:00Z") }));

  it.each([1, 6, limits.documentsPerSubmission])("of %d documents carries the whole receipt", async (documents) => {
    const { signed, proven } = await receiptOf(documents);
    const { pages, links } = await pdfOf(proven);
    expect(pages).toBe(1);
    const { receipt } = readReceiptLink(new URL(links[0]?.url ?? "").hash.slice(1));
    expect(receipt).toEqual({ payload: signed.payload, signature: signed.signature });
  });

  it("that no code holds says so, and what to keep instead", async () => {
    const { proven } = await receiptOf(30);
    expect(codeOf(proven.link, origin)).toBeNull();
    for (const link of [proven.link, null]) {
      const { pages, text, links } = await pdfOf({ ...proven, link });
      expect([pages, links]).toEqual([1, []]);
      expect(text).toContain(t("receiptPdf.withoutCode", { address: `${origin}/beleg-pruefen` }).slice(0, 40));
      expect(text).toContain("DVD-26-AAAA-BBB");
    }
  });
});

describe("the code of a receipt", () => {
  it("is the usual one up to five containers, and a large one for a full submission", async () => {
    const kinds = await Promise.all(
      [4, 5, 20].map(async (documents) => codeOf((await receiptOf(documents)).proven.link, origin)?.isLarge),
    );
    expect(kinds).toEqual([false, true, true]);
  });
});

import type { PDFDocumentProxy } from "pdfjs-dist";
import { describe, expect, it } from "vitest";
import { breakLines, encodeText, widthOf } from "./encode-text.ts";
import { type Block, writePdf } from "./write-pdf.ts";

const squares = Array.from({ length: 21 }, (_, y) => Array.from({ length: 21 }, (_, x) => (x * y) % 3 === 0));
const code: Block = { is: "code", squares, url: "https://example.test/a?b=(c)#\\d", description: "Code <zum> Prüfen" };
const input = {
  title: "Empfangsbestätigung „Łódź“",
  language: "de-DE",
  createdAt: new Date("2026-11-21T13:11:00Z"),
  blocks: [
    { is: "heading", text: "Empfangsbestätigung" },
    { is: "fact", term: "Behörde", text: "Stadt Łódź (am Fluß) – „Amt“" },
    code,
    { is: "small", text: "Ende" },
  ] satisfies Block[],
};

// The reader wants it for drawing, which nobody asks for here; Node has none.
Object.assign(globalThis, { DOMMatrix: Object });
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

const open = async (blob: Blob): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(await blob.arrayBuffer()), stopAtErrors: true, verbosity: 0 }).promise;

describe("a written PDF, read by somebody else's reader", () => {
  it("has title, language, tags in reading order, an alternative for its picture, and the link", async () => {
    const pdf = await open(writePdf(input));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: input.title, Language: "de-DE" });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const page = await pdf.getPage(1);
    const tree = await page.getStructTree();
    const [root] = tree?.children ?? [];
    if (!root || !("children" in root)) throw new Error("no structure");
    expect(root.children).toMatchObject([
      { role: "H1" },
      { role: "P" },
      { role: "Figure", alt: "Code <zum> Prüfen" },
      { role: "P" },
      { role: "Link", alt: "Code <zum> Prüfen" },
    ]);
    const [link] = (await page.getAnnotations()) as { url: string }[];
    expect(link?.url).toBe(new URL("https://example.test/a?b=(c)#\\d").href);
  });

  it("says what it was given, with letters that its fonts lack brought near", async () => {
    const pdf = await open(writePdf(input));
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const texts = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.str] : []));
    expect(texts).toEqual(["Empfangsbestätigung", "Behörde", "Stadt Lódz (am Fluß) – „Amt“", "Ende"]);
  });

  it("refuses a text that does not fit on its page instead of cutting it", () => {
    const long = { is: "text", text: "Wort ".repeat(4_000) } as const;
    expect(() => writePdf({ ...input, blocks: [long, code] })).toThrow(RangeError);
  });
});

describe("text for the page", () => {
  it("has one byte for each character that the font knows", () => {
    expect(encodeText("Aß€„")).toEqual([65, 223, 128, 132]);
    expect(encodeText("ñÑ")).toEqual([241, 209]);
    expect(encodeText("Ł漢")).toEqual([76, 63]);
  });

  it("is broken at words, and inside a word only when it is longer than a line", () => {
    expect(breakLines("aaa bbb ccc", 10, widthOf("aaa bbb", 10) + 0.1)).toEqual(["aaa bbb", "ccc"]);
    const lines = breakLines("x".repeat(50), 10, widthOf("x".repeat(20), 10) + 0.1);
    expect(lines.map(({ length }) => length)).toEqual([20, 20, 10]);
  });
});

import { describe, expect, it } from "vitest";
import { checkPdf, largestFileBytes } from "./check-pdf.ts";

const pdf = (trailer = "<< /Size 4 /Root 1 0 R >>") => {
  const body = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n";
  return `${body}xref\n0 4\ntrailer ${trailer}\nstartxref\n${body.length}\n%%EOF\n`;
};
const fileOf = (content: string, type = "application/pdf") => new Blob([content], { type });

describe("a picked file", () => {
  it("is accepted when it begins and ends like a PDF", async () => {
    expect(await checkPdf(fileOf(pdf()))).toEqual({ fault: null, isEncrypted: false });
  });

  it("is accepted without a type, because some systems know none", async () => {
    expect(await checkPdf(fileOf(pdf(), ""))).toEqual({ fault: null, isEncrypted: false });
  });

  it("is refused under another type or with another beginning", async () => {
    expect(await checkPdf(fileOf(pdf(), "image/png"))).toEqual({ fault: "notPdf" });
    expect(await checkPdf(fileOf("PK\u0003\u0004 a word file"))).toEqual({ fault: "notPdf" });
  });

  it("is refused when its end is missing", async () => {
    expect(await checkPdf(fileOf(pdf().slice(0, -8)))).toEqual({ fault: "cutShort" });
  });

  it("is refused when it is empty or larger than a container can be", async () => {
    expect(await checkPdf(fileOf(""))).toEqual({ fault: "empty" });
    const large = { type: "application/pdf", size: largestFileBytes + 1, slice: () => fileOf(pdf()) };
    expect(await checkPdf(large)).toEqual({ fault: "tooLarge" });
  });

  it("is known to have a password, in a classic trailer and in a table at another place", async () => {
    expect(await checkPdf(fileOf(pdf("<< /Encrypt 9 0 R >>")))).toEqual({ fault: null, isEncrypted: true });
    const table = "9 0 obj << /Type /XRef /Encrypt 8 0 R >> stream";
    const content = `%PDF-1.7\n${table}${" ".repeat(9_000)}\nstartxref\n9\n%%EOF`;
    expect(await checkPdf(fileOf(content))).toEqual({ fault: null, isEncrypted: true });
  });
});

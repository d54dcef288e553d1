/** A valid PDF of these objects, numbered from 1; the first is the catalogue. */
export function assemblePdf(objects: readonly string[], trailer = ""): Buffer {
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

type Extra = { catalogue?: string; page?: string };

/** The objects of pages with one line of text each, uncompressed so that the bytes can be searched for. */
export function pagesOf(texts: readonly string[], extra: Extra = {}): string[] {
  const kids = texts.map((_, index) => `${4 + 2 * index} 0 R`).join(" ");
  return [
    `<< /Type /Catalog /Pages 2 0 R ${extra.catalogue ?? ""} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${texts.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...texts.flatMap((text, index) => {
      const stream = `BT /F1 18 Tf 60 760 Td (${text}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> >> ${extra.page ?? ""} >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
}

export const makePdf = (...texts: string[]): Buffer => assemblePdf(pagesOf(texts));

export type PdfPage = { jpeg: Uint8Array<ArrayBuffer>; width: number; height: number };

/** A4 in points, the unit of the format. */
const [short, long] = [595, 842];

/**
 * A PDF with one picture on each page, as large as the sheet allows. Sixty lines instead of a library: nothing of a PDF is
 * needed but pages with a JPEG on them, and nothing of ours may say who made it or when.
 */
export function writePdf(pages: readonly PdfPage[]): Blob {
  const parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  const offsets: number[] = [];
  let length = 0;

  const write = (...pieces: (string | Uint8Array<ArrayBuffer>)[]) => {
    for (const piece of pieces) {
      // Only ASCII is written as text: one character is one byte.
      parts.push(piece);
      length += piece.length;
    }
  };
  const object = (...pieces: (string | Uint8Array<ArrayBuffer>)[]) => {
    offsets.push(length);
    write(`${offsets.length} 0 obj\n`, ...pieces, "\nendobj\n");
  };

  write("%PDF-1.4\n", new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]));
  object("<< /Type /Catalog /Pages 2 0 R >>");
  const kids = pages.map((_, index) => `${3 + 3 * index} 0 R`).join(" ");
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [index, { jpeg, width, height }] of pages.entries()) {
    const [contents, picture] = [4 + 3 * index, 5 + 3 * index];
    const [sheetWidth, sheetHeight] = width > height ? [long, short] : [short, long];
    const scale = Math.min(sheetWidth / width, sheetHeight / height);
    const [w, h] = [width * scale, height * scale];
    const place = [w, 0, 0, h, (sheetWidth - w) / 2, (sheetHeight - h) / 2]
      .map((number) => number.toFixed(2))
      .join(" ");
    const drawing = `q ${place} cm /P Do Q`;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${sheetWidth} ${sheetHeight}] /Contents ${contents} 0 R `,
      `/Resources << /XObject << /P ${picture} 0 R >> >> >>`,
    );
    object(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 `,
      `/Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      "\nendstream",
    );
  }
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const start = length;
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}`);
  write(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return new Blob(parts, { type: "application/pdf" });
}

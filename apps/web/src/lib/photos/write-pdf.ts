import { assemblePdf, type Piece, streamOf } from "../pdf/assemble-pdf.ts";

export type PdfPage = { jpeg: Uint8Array<ArrayBuffer>; width: number; height: number };

/** A4 in points, the unit of the format. */
const [short, long] = [595, 842];

/**
 * A PDF with one picture on each page, as large as the sheet allows. A few lines instead of a library: nothing of a PDF is
 * needed but pages with a JPEG on them, and nothing of ours may say who made it or when.
 */
export function writePdf(pages: readonly PdfPage[]): Blob {
  const kids = pages.map((_, index) => `${3 + 3 * index} 0 R`).join(" ");
  const objects: Piece[][] = [
    ["<< /Type /Catalog /Pages 2 0 R >>"],
    [`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`],
  ];
  for (const [index, { jpeg, width, height }] of pages.entries()) {
    const [contents, picture] = [4 + 3 * index, 5 + 3 * index];
    const [sheetWidth, sheetHeight] = width > height ? [long, short] : [short, long];
    const scale = Math.min(sheetWidth / width, sheetHeight / height);
    const [w, h] = [width * scale, height * scale];
    const place = [w, 0, 0, h, (sheetWidth - w) / 2, (sheetHeight - h) / 2]
      .map((number) => number.toFixed(2))
      .join(" ");
    const drawing = `q ${place} cm /P Do Q`;
    objects.push(
      [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${sheetWidth} ${sheetHeight}] /Contents ${contents} 0 R `,
        `/Resources << /XObject << /P ${picture} 0 R >> >> >>`,
      ],
      streamOf("", drawing),
      streamOf(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode `,
        jpeg,
      ),
    );
  }
  return assemblePdf(objects);
}

import { acceptedMediaTypes } from "@dvd/domain/document/limits";

/** Two gigabytes: what `limits.documentBytes` leaves room for after padding and framing. */
export const largestFileBytes = 2_000_000_000;

export type PdfFault = "empty" | "tooLarge" | "notPdf" | "cutShort";
export type PdfCheck = { fault: PdfFault } | { fault: null; isEncrypted: boolean };

type PickedFile = Pick<File, "type" | "size" | "slice">;

/** Readers look for the signature this far; some programs put a few bytes before it. */
const headBytes = 1_024;
const tailBytes = 2_048;
const trailerBytes = 4_096;

/**
 * As far as a device can tell without a PDF reader: begins like one, ends like one, and whether a password is set. Reads
 * a few kilobytes, also of a file of two gigabytes.
 */
export async function checkPdf(file: PickedFile): Promise<PdfCheck> {
  if (file.size === 0) return { fault: "empty" };
  if (file.size > largestFileBytes) return { fault: "tooLarge" };
  // Some systems know no type for a file; its first bytes decide then.
  const isAccepted = file.type === "" || acceptedMediaTypes.some((type) => type === file.type);
  if (!isAccepted || !(await textAt(file, 0, headBytes)).includes("%PDF-")) return { fault: "notPdf" };

  const tail = await textAt(file, Math.max(0, file.size - tailBytes), tailBytes);
  const table = /startxref\s+(\d+)\s+%%EOF/.exec(tail)?.[1];
  if (table === undefined) return { fault: "cutShort" };
  // The password is named in the trailer: at the end of the file, or in the table that the end points to.
  const trailer = tail + (await textAt(file, Number(table), trailerBytes));
  return { fault: null, isEncrypted: /\/Encrypt\b/.test(trailer) };
}

/** One character for each byte: structure is ASCII, and content is never decoded here. */
async function textAt(file: PickedFile, start: number, length: number) {
  const bytes = new Uint8Array(await file.slice(start, start + length).arrayBuffer());
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

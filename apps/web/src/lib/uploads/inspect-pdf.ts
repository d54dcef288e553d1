import { type ActiveContent, activeContentIn } from "@dvd/domain/document/active-content";
import { type ByteText, textOf } from "./byte-text.ts";

export type PdfFinding = { isComplete: boolean; isEncrypted: boolean; active: ActiveContent[] };

const windowLength = 262_144;
/** A word that lies across the end of a window is found in the next one. */
const overlap = 1_024;
const tailLength = 2_048;
const trailerLength = 4_096;
/** More than any honest list of objects; the rest of a bomb is not unpacked. */
const largestUnpacked = 64_000_000;

/**
 * Looks at the structure of a PDF from its beginning to its end, piece by piece, and into the streams in which newer ones
 * hide theirs; pictures and texts are stepped over. As far as a device can tell without a PDF reader.
 */
export async function inspectPdf(bytes: ByteText): Promise<PdfFinding> {
  const tail = await bytes.at(Math.max(0, bytes.size - tailLength), tailLength);
  const table = /startxref\s+(\d+)\s+%%EOF/.exec(tail)?.[1];
  if (table === undefined) return { isComplete: false, isEncrypted: false, active: [] };
  // The password is named in the trailer: at the end of the file, or in the table that the end points to.
  const isEncrypted = /\/Encrypt\b/.test(tail + (await bytes.at(Number(table), trailerLength)));
  const active = new Set<ActiveContent>();
  for await (const structure of structureOf(bytes)) for (const found of activeContentIn(structure)) active.add(found);
  return { isComplete: true, isEncrypted, active: [...active] };
}

/** Everything outside of streams, and the unpacked streams of objects. */
async function* structureOf(bytes: ByteText) {
  for (let at = 0; at < bytes.size; ) {
    const text = await bytes.at(at, windowLength);
    const begin = /\bstream\r?\n/.exec(text);
    if (!begin) {
      yield text;
      at += at + text.length < bytes.size ? text.length - overlap : text.length;
      continue;
    }
    const before = text.slice(0, begin.index);
    yield before;
    const start = at + begin.index + begin[0].length;
    const dictionary = before.slice(Math.max(0, before.lastIndexOf("obj")));
    const end = await endOfStream(bytes, start, dictionary);
    if (/\/ObjStm\b/.test(dictionary)) yield await unpack(bytes, start, end);
    at = end;
  }
}

/** Where it says, if it does end there; else at the next word that ends a stream. */
async function endOfStream(bytes: ByteText, start: number, dictionary: string) {
  const stated = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
  if (stated !== undefined) {
    const end = start + Number(stated);
    if (/^\s*endstream/.test(await bytes.at(end, 32))) return end;
  }
  for (let at = start; at < bytes.size; at += windowLength - overlap) {
    const found = (await bytes.at(at, windowLength)).indexOf("endstream");
    if (found >= 0) return at + found;
  }
  return bytes.size;
}

/** Empty when it is not packed as all programs do it; a reader would have to know the way, too. */
async function unpack(bytes: ByteText, start: number, end: number) {
  const packed = Uint8Array.from(await bytes.at(start, end - start), (character) => character.charCodeAt(0));
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || text.length > largestUnpacked) return text;
      text += textOf(value);
    }
  } catch {
    // Bytes after the end of what was packed, or none of it: what came out so far is looked at.
    return text;
  }
}

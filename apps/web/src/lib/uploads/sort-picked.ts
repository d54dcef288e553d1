import type { DocumentFlag } from "@dvd/domain/document/flags";
import { largestFileBytes } from "@dvd/domain/document/limits";
import type { FileBytes } from "./byte-text.ts";
import { checkFile, type FileFault } from "./check-file.ts";

/** What still fits: so many files into this place, and so many bytes beside all files of the submission. */
export type Room = { files: number; bytes: number };

/** `noRoom`: another file of this size would fit if there were less beside it; `left` is what would. */
export type Refusal = { is: "fault"; fault: FileFault } | { is: "tooMany" } | { is: "noRoom"; left: number };

/**
 * Looks at each picked file: a PDF is taken in, photos become pages first, and the rest stays here. What does not fit is
 * not even read.
 */
export async function sortPicked<Picked extends FileBytes>(files: readonly Picked[], room: Room) {
  const documents: { file: Picked; flags: DocumentFlag[] }[] = [];
  const pictures: Picked[] = [];
  const refused: { file: Picked; why: Refusal }[] = [];
  let left = room.bytes;
  for (const file of files) {
    if (file.size > left && file.size <= largestFileBytes) {
      refused.push({ file, why: { is: "noRoom", left } });
      continue;
    }
    const check = await checkFile(file);
    // However many photos there are, they are one document.
    const isFull = documents.length + Math.min(pictures.length, 1) >= room.files;
    if (check.is === "refused") refused.push({ file, why: { is: "fault", fault: check.fault } });
    else if (isFull && (check.is === "document" || pictures.length === 0))
      refused.push({ file, why: { is: "tooMany" } });
    else if (check.is === "picture") pictures.push(file);
    else {
      documents.push({ file, flags: check.flags });
      left -= file.size;
    }
  }
  return { documents, pictures, refused };
}

import { encode } from "uqr";

/** In bytes. The usual code withstands a fold; the large one is for what the usual one cannot hold. */
const kinds = [
  { capacity: 997, ecc: "M", maxVersion: 25, isLarge: false },
  { capacity: 2953, ecc: "L", maxVersion: 40, isLarge: true },
] as const;

/** Null for a text that no code holds. A large one is drawn larger, so that its squares stay as wide as those of others. */
export const qrKindOf = (text: string) => kinds.find(({ capacity }) => text.length <= capacity) ?? null;

/** The squares of a QR code, dark ones true, row by row, without its margin. */
export function qrSquares(text: string): boolean[][] {
  const kind = qrKindOf(text);
  if (!kind) throw new RangeError("the text is too long for a code");
  return encode(text, { ecc: kind.ecc, boostEcc: false, border: 0, maxVersion: kind.maxVersion }).data;
}

/** What Windows-1252 has in place of the control characters of Latin-1; the fonts that every reader has know no more. */
const extras = new Map(
  Array.from("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ", (character) => character).map((character, place) => [
    character,
    [
      128, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 142, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154,
      155, 156, 158, 159,
    ][place] ?? 63,
  ]),
);

/** One byte for each character. A letter that the font lacks loses its marks rather than the whole word: Ł becomes L. */
export function encodeText(text: string): number[] {
  return Array.from(text.normalize("NFC")).map((character) => byteOf(character) ?? byteOf(plain(character)) ?? 63);
}

const withoutMarks: Record<string, string> = { Ł: "L", ł: "l", Đ: "D", đ: "d", ı: "i", Ħ: "H", ħ: "h", "\u2011": "-" };
const plain = (character: string) => withoutMarks[character] ?? character.normalize("NFD").charAt(0);

function byteOf(character: string): number | null {
  const extra = extras.get(character);
  if (extra !== undefined) return extra;
  const code = character.codePointAt(0) ?? 0;
  const isPrintable = (code >= 32 && code < 127) || (code >= 160 && code < 256);
  return isPrintable ? code : null;
}

/** Thousandths of the size, of Helvetica, from the space to the tilde (Adobe's metrics of the 14 standard fonts). */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const;
/** Of anything else, wide enough for each: a line is broken early rather than cut. */
const widest = 1000;

/** Letters with marks are as wide as those without. Bold is up to a tenth wider. */
export const widthOf = (text: string, size: number, isBold = false) =>
  Array.from(text.normalize("NFD").replace(/\p{M}/gu, "")).reduce(
    (sum, character) => sum + (widths[(character.codePointAt(0) ?? 0) - 32] ?? widest),
    0,
  ) *
  (size / 1000) *
  (isBold ? 1.1 : 1);

/** Words to lines that fit. A word that is longer than a line is cut where the line ends. */
export function breakLines(text: string, size: number, width: number, isBold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((one) => cut(one, size, width, isBold))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, size, isBold) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function cut(word: string, size: number, width: number, isBold: boolean): string[] {
  if (widthOf(word, size, isBold) <= width) return [word];
  const pieces = [""];
  for (const character of word) {
    const last = pieces.at(-1) ?? "";
    if (widthOf(last + character, size, isBold) <= width) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

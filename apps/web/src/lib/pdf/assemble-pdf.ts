/** Text is ASCII: one character is one byte. */
export type Piece = string | Uint8Array<ArrayBuffer>;

/**
 * A PDF of these objects, numbered from 1; the first is the catalogue. `info` is the number of the one that says what the
 * document is called. Nothing is copied but the table at the end.
 */
export function assemblePdf(objects: readonly (readonly Piece[])[], info?: number): Blob {
  const parts: Piece[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (...pieces: readonly Piece[]) => {
    for (const piece of pieces) {
      parts.push(piece);
      length += piece.length;
    }
  };

  // Bytes beyond ASCII in the second line: programs that carry it then do not take it for text.
  write("%PDF-1.7\n", new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]));
  for (const object of objects) {
    offsets.push(length);
    write(`${offsets.length} 0 obj\n`, ...object, "\nendobj\n");
  }
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const start = length;
  const entries = `/Size ${offsets.length + 1} /Root 1 0 R${info === undefined ? "" : ` /Info ${info} 0 R`}`;
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}`);
  write(`trailer\n<< ${entries} >>\nstartxref\n${start}\n%%EOF\n`);
  return new Blob(parts, { type: "application/pdf" });
}

export const streamOf = (entries: string, ...content: readonly Piece[]): Piece[] => {
  const length = content.reduce((sum, piece) => sum + piece.length, 0);
  return [`<< ${entries}/Length ${length} >>\nstream\n`, ...content, "\nendstream"];
};

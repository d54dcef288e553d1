import { type Column, columns } from "./callers.ts";

export type Cells<Word> = Readonly<Record<Column, Word>>;

/** A table as text: a head with all columns in their order, and one line for each name. */
export function readCells<Word>(text: string, meaningOf: (word: string) => Word): ReadonlyMap<string, Cells<Word>> {
  const [head = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  if (head.join() !== columns.join()) throw new Error(`the columns are ${columns.join(", ")}`);
  return new Map(rows.map(([name = "", ...cells]) => [name, readRow(name, cells, meaningOf)]));
}

function readRow<Word>(name: string, cells: readonly string[], meaningOf: (word: string) => Word): Cells<Word> {
  if (cells.length !== columns.length) throw new Error(`${name} has ${cells.length} of ${columns.length} cells`);
  const meanings = cells.map(meaningOf);
  // One for each column, by the line above.
  return Object.fromEntries(columns.map((column, place) => [column, meanings[place]])) as Cells<Word>;
}

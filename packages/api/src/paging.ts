import { DomainError } from "@dvd/domain/errors";
import { uuidPattern } from "@dvd/domain/ids";

/** Lists go on from a row, never from a number of rows: the place is the sort key of the last row shown. */
export type Place = { at: Date; id: string };

export const encodeCursor = ({ at, id }: Place) => Buffer.from(`${at.getTime()}.${id}`).toString("base64url");

export function decodeCursor(cursor: string): Place {
  const [time = "", id = ""] = Buffer.from(cursor, "base64url").toString("utf8").split(".");
  // Thirteen digits reach to the year 2286; the database reads no year beyond 9999 in this notation.
  if (!/^\d{1,13}$/.test(time) || !uuidPattern.test(id)) throw new DomainError("request.invalid");
  return { at: new Date(Number(time)), id };
}

/** Ask for one row more than a page has: whether it comes is the answer to "is there more?". */
export function pageOf<Row>(rows: readonly Row[], size: number, placeOf: (row: Row) => Place) {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > size && last ? encodeCursor(placeOf(last)) : null };
}

import { type SQL, sql } from "drizzle-orm";
import { check, customType, timestamp } from "drizzle-orm/pg-core";

export const bytea = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Uint8Array }>({
  dataType: () => "bytea",
  // The driver hands out a Buffer that may be a window into a larger pool; a copy cannot leak its neighbours.
  fromDriver: (value) => new Uint8Array(value),
});

/** Words as full text search keeps them; written as text, in the notation of Postgres. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** Milliseconds, like a JavaScript Date: a finer stored value would never equal the cursor of a page made from it. */
export const instant = () => timestamp({ withTimezone: true, precision: 3 });
export const createdAt = () => instant().notNull().defaultNow();

const quoted = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

export const oneOf = (name: string, column: SQL.Aliased | { getSQL(): SQL }, values: readonly string[]) =>
  check(name, sql`${column} in (${quoted(values)})`);

export const bytesLong = (name: string, column: { getSQL(): SQL }, length: number) =>
  check(name, sql`octet_length(${column}) = ${sql.raw(String(length))}`);

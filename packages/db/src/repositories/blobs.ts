import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";

/** Of these keys of the blob store, those that a document names, with the open write that it names. */
export async function listBlobsInUse(db: Db, keys: readonly string[]) {
  const list = sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  );
  const rows = await db.execute<{ blob_key: string; blob_upload: string | null }>(
    sql`select blob_key, blob_upload from blobs_in_use(array[${list}]::text[])`,
  );
  return new Map(rows.map((row) => [row.blob_key, { writeId: row.blob_upload }]));
}

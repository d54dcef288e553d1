import type { CitizenId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";
import { citizens } from "./people.ts";
import { forIdentity, mayAdd, mayChange, mayRead, ofCitizen } from "./policies.ts";

/**
 * What a citizen has begun to upload, one row for each write into the blob store. It hangs on no case and no document, so
 * that nobody gets a day's amount back by deleting a draft. Swept once no limit counts it any more.
 */
export const begunUploads = pgTable(
  "begun_uploads",
  {
    blobKey: text().primaryKey(),
    citizenId: uuid()
      .$type<CitizenId>()
      .notNull()
      .references(() => citizens.id),
    bytes: bigint({ mode: "number" }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("begun_uploads_citizen_created").on(table.citizenId, table.createdAt),
    index("begun_uploads_created").on(table.createdAt),
    check("begun_uploads_bytes", sql`bytes >= 0`),
    mayRead("begun_uploads_read_own", ofCitizen),
    mayAdd("begun_uploads_add_own", ofCitizen),
    mayChange("begun_uploads_change_own", ofCitizen),
    forIdentity("begun_uploads", "select"),
    forIdentity("begun_uploads", "delete"),
  ],
);

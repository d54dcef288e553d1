import type { CitizenId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant } from "./columns.ts";
import { citizens } from "./people.ts";
import { byBoth, forIdentity, mayAdd, mayChange, mayRead, mayRemove, ofCitizen } from "./policies.ts";

/**
 * Forms that somebody wants to go on with on another device. Opaque: not even the service can be read here, only whose
 * they are, how large, and when they were left last.
 */
export const drafts = pgTable(
  "drafts",
  {
    citizenId: uuid()
      .$type<CitizenId>()
      .notNull()
      .references(() => citizens.id),
    /** Made by the device. Two people may have the same: nobody learns from a refusal that an id is taken. */
    draftId: uuid().notNull(),
    version: integer().notNull(),
    sealed: bytea().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.citizenId, table.draftId] }),
    check("drafts_version", sql`version >= 1`),
    mayRead("drafts_read_own", ofCitizen, byBoth),
    mayAdd("drafts_add_own", ofCitizen),
    mayChange("drafts_change_own", ofCitizen),
    mayRemove("drafts_remove_own", ofCitizen, byBoth),
    forIdentity("drafts", "select"),
    forIdentity("drafts", "delete"),
  ],
);

import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant } from "./columns.ts";
import { statements } from "./directory.ts";
import { byBoth, byWorker, mayAdd, mayChange, mayRead } from "./policies.ts";

/**
 * The public log of everything that authorities have signed about keys: rows are added and never changed. One log for
 * all authorities, so that whoever watches one watches all.
 */
export const keyLogEntries = pgTable(
  "key_log_entries",
  {
    /** The place in the tree, from 0 and without a gap. */
    index: integer().primaryKey(),
    statementId: uuid()
      .notNull()
      .unique("key_log_entries_statement_unique")
      .references(() => statements.id),
    leafHash: bytea().notNull(),
    /** What was hashed: monitors get these bytes, so nobody has to load a statement and compute them again. */
    entry: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check("key_log_entries_index", sql`index >= 0`),
    bytesLong("key_log_entries_leaf_hash_length", table.leafHash, 32),
    // RFC 6962, section 2.1. A text that is not the leaf's would be shown for ever: nothing here is changed.
    check("key_log_entries_leaf_hash_of_entry", sql`leaf_hash = sha256('\\x00' || convert_to(entry, 'UTF8'))`),
    mayRead("key_log_entries_read_by_all", sql`true`, byBoth),
    mayAdd("key_log_entries_add", sql`true`, byWorker),
  ],
);

/** What the log has signed and its witnesses have seen. Witnesses sign the same tree again, so that it stays young. */
export const keyLogCheckpoints = pgTable(
  "key_log_checkpoints",
  {
    size: integer().primaryKey(),
    note: text().notNull(),
    witnessedAt: instant().notNull(),
  },
  () => [
    check("key_log_checkpoints_size", sql`size > 0`),
    mayRead("key_log_checkpoints_read_by_all", sql`true`, byBoth),
    mayAdd("key_log_checkpoints_add", sql`true`, byWorker),
    mayChange("key_log_checkpoints_change", sql`true`, sql`true`, byWorker),
  ],
);

import type { AccountId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant } from "./columns.ts";
import { currentAccount, forIdentity, mayAdd, mayChange, mayRead } from "./policies.ts";

const ownAccount = sql`account_id = ${currentAccount}`;

/** What happens once, however often it is asked for. Both tables are swept when nobody can ask any more. */

/** A mutation under a key that its device has made: asked again, it answers as the first time. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    accountId: uuid().$type<AccountId>().notNull(),
    key: text().notNull(),
    /** SHA-256 of procedure and input: a key belongs to one request. */
    request: bytea().notNull(),
    /** What the command answered: ids, numbers, receipts. Null only while its transaction is under way. */
    answer: jsonb(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.key] }),
    index("idempotency_keys_created").on(table.createdAt),
    bytesLong("idempotency_keys_request_length", table.request, 32),
    check("idempotency_keys_key", sql`key ~ '^[A-Za-z0-9_-]{16,64}$'`),
    mayRead("idempotency_keys_read_own", ownAccount),
    mayAdd("idempotency_keys_add_own", ownAccount),
    mayChange("idempotency_keys_change_own", ownAccount),
    forIdentity("idempotency_keys", "select"),
    forIdentity("idempotency_keys", "delete"),
  ],
);

/** Proofs of work that were used. Only the functions of the database reach this table. */
export const spentChallenges = pgTable(
  "spent_challenges",
  {
    challenge: bytea().primaryKey(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    index("spent_challenges_expires").on(table.expiresAt),
    bytesLong("spent_challenges_challenge_length", table.challenge, 32),
    forIdentity("spent_challenges", "select"),
    forIdentity("spent_challenges", "insert"),
    forIdentity("spent_challenges", "delete"),
  ],
);

import type { FormDefinition } from "@dvd/domain/form/definition";
import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, bytesLong, instant } from "./columns.ts";
import { services } from "./directory.ts";
import { publicDirectory } from "./policies.ts";

/** What a service asks, as it was published. A version never changes: answers name the one that was filled in. */
export const formDefinitions = pgTable(
  "form_definitions",
  {
    id: uuid().primaryKey(),
    serviceKey: text()
      .notNull()
      .references(() => services.key),
    version: integer().notNull(),
    definition: jsonb().$type<FormDefinition>().notNull(),
    /** SHA-256 of the definition in canonical JSON. */
    hash: bytea().notNull(),
    publishedAt: instant().notNull(),
  },
  (table) => [
    unique("form_definitions_service_version").on(table.serviceKey, table.version),
    check("form_definitions_version", sql`version >= 1`),
    bytesLong("form_definitions_hash_length", table.hash, 32),
    ...publicDirectory("form_definitions"),
  ],
);

import type { AssuranceLevel } from "@dvd/domain/assurance";
import { assuranceLevels } from "@dvd/domain/assurance";
import type { TenantId, UnitId } from "@dvd/domain/ids";
import type { PlaceContact } from "@dvd/domain/routing/place";
import type { RoutingRule } from "@dvd/domain/routing/rule";
import {
  type Evidence,
  type KeyOrigin,
  keyOrigins,
  type LifeSituation,
  type LocalText,
  type PreCheckQuestion,
  type Sensitivity,
  type Service,
  type ServiceChannel,
  sensitivities,
} from "@dvd/domain/service/service";
import { longestUnitName } from "@dvd/domain/tenant/unit-name";
import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant, oneOf, tsvector } from "./columns.ts";
import { asAdmin, byBoth, forIdentity, mayAdd, mayChange, publicDirectory } from "./policies.ts";

/** What everybody may read: authorities, units, services, rules and the authorities' signed statements. */

export const statementKinds = [
  "authority",
  "unit-key",
  "members",
  "receipt-key",
  "log-policy",
  "directory-head",
] as const;
export type StatementKind = (typeof statementKinds)[number];

export const tenants = pgTable(
  "tenants",
  {
    id: uuid().$type<TenantId>().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    createdAt: createdAt(),
  },
  // A login asks whether the authority in the token is the one that knows the person.
  () => [...publicDirectory("tenants", byBoth), forIdentity("tenants", "select")],
);

export const units = pgTable(
  "units",
  {
    id: uuid().$type<UnitId>().primaryKey(),
    tenantId: uuid()
      .$type<TenantId>()
      .notNull()
      .references(() => tenants.id),
    name: text().notNull(),
    createdAt: createdAt(),
    /** Nothing new comes to it from then on. What is there stays, and so does its key for whoever has it. */
    closedAt: instant(),
  },
  (table) => [
    // Also those of closed units: nobody should have to tell two of one name apart.
    uniqueIndex("units_tenant_name").on(table.tenantId, sql`lower(name)`),
    unique("units_tenant_id").on(table.tenantId, table.id),
    check("units_name_length", sql.raw(`char_length(name) between 1 and ${longestUnitName}`)),
    ...publicDirectory("units"),
    mayAdd("units_add_by_admin", asAdmin),
    mayChange("units_change_by_admin", asAdmin),
  ],
);

/** The catalogue as it was published: one row for one service of `domain/service`, whoever offers it. */
export const services = pgTable(
  "services",
  {
    key: text().primaryKey(),
    keyOrigin: text().$type<KeyOrigin>().notNull(),
    slug: text().notNull().unique(),
    title: jsonb().$type<LocalText>().notNull(),
    summary: jsonb().$type<LocalText>().notNull(),
    forWhom: jsonb().$type<LocalText>().notNull(),
    evidence: jsonb().$type<readonly Evidence[]>().notNull(),
    steps: jsonb().$type<readonly LocalText[]>().notNull(),
    cost: jsonb().$type<LocalText>().notNull(),
    targetDays: integer(),
    legalBasis: text().notNull(),
    channels: jsonb().$type<readonly ServiceChannel[]>().notNull(),
    synonyms: jsonb().$type<Service["synonyms"]>().notNull(),
    sensitivity: text().$type<Sensitivity>().notNull(),
    needsLevel: text().$type<AssuranceLevel>().notNull(),
    situations: jsonb().$type<readonly LifeSituation[]>().notNull(),
    preCheck: jsonb().$type<readonly PreCheckQuestion[]>().notNull(),
    /** What it is found by: the stems of `domain/search`, see `repositories/search.ts`. */
    search: tsvector().notNull(),
  },
  (table) => [
    oneOf("services_key_origin", table.keyOrigin, keyOrigins),
    oneOf("services_sensitivity", table.sensitivity, sensitivities),
    oneOf("services_needs_level", table.needsLevel, assuranceLevels),
    index("services_search").using("gin", table.search),
    ...publicDirectory("services"),
  ],
);

/** Every word of the catalogue once, to look beginnings and slips of the finger up in. */
export const searchWords = pgTable("search_words", { word: text().primaryKey() }, () =>
  publicDirectory("search_words"),
);

/** Municipalities by postal code, from public lists. */
export const places = pgTable(
  "places",
  {
    postalCode: text().notNull(),
    ars: text().notNull(),
    name: text().notNull(),
    contact: jsonb().$type<PlaceContact>(),
  },
  (table) => [
    primaryKey({ name: "places_pk", columns: [table.postalCode, table.ars] }),
    check("places_postal_code", sql`postal_code ~ '^[0-9]{5}$'`),
    check("places_ars", sql`ars ~ '^[0-9]{12}$'`),
    ...publicDirectory("places"),
  ],
);

export const routingRuleSets = pgTable(
  "routing_rule_sets",
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .$type<TenantId>()
      .notNull()
      .references(() => tenants.id),
    version: integer().notNull(),
    rules: jsonb().$type<readonly RoutingRule[]>().notNull(),
    publishedAt: instant().notNull(),
    hash: bytea().notNull(),
  },
  (table) => [
    unique("routing_rule_sets_tenant_version").on(table.tenantId, table.version),
    bytesLong("routing_rule_sets_hash_length", table.hash, 32),
    ...publicDirectory("routing_rule_sets"),
  ],
);

export const statements = pgTable(
  "statements",
  {
    id: uuid().primaryKey(),
    tenantId: uuid()
      .$type<TenantId>()
      .notNull()
      .references(() => tenants.id),
    kind: text().$type<StatementKind>().notNull(),
    unitId: uuid().$type<UnitId>(),
    epoch: integer(),
    sequence: integer().notNull(),
    payload: bytea().notNull(),
    signature: bytea().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    // Two statements with one number would let the server choose which of them to show.
    unique("statements_sequence")
      .on(table.tenantId, table.kind, table.unitId, table.epoch, table.sequence)
      .nullsNotDistinct(),
    foreignKey({
      name: "statements_unit",
      columns: [table.tenantId, table.unitId],
      foreignColumns: [units.tenantId, units.id],
    }),
    oneOf("statements_kind", table.kind, statementKinds),
    ...publicDirectory("statements", byBoth),
  ],
);

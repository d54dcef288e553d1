import type { TenantRole } from "@dvd/domain/actor";
import { type SQL, sql } from "drizzle-orm";
import { pgPolicy, type PgRole } from "drizzle-orm/pg-core";
import { appRole, auditRole, identityRole, ownerRole, workerRole } from "./roles.ts";

/** A pooled connection keeps an empty string where a setting once was; `nullif` turns it into "no scope", zero rows. */
const scopeSetting = (name: string) => sql.raw(`nullif(current_setting('app.${name}', true), '')::uuid`);

export const currentTenant = scopeSetting("tenant");
export const currentCitizen = scopeSetting("citizen");
export const currentAccount = scopeSetting("account");
export const currentCollector = scopeSetting("collector");

export const ofTenant = sql`tenant_id = ${currentTenant}`;
export const ofCitizen = sql`citizen_id = ${currentCitizen}`;

/**
 * The rule of the scope that is set, and only that one. Two policies would be joined by OR, which invites Postgres to
 * answer a list from two index scans that come in no order. The price: a CASE finds no index by itself, so a query names
 * its tenant, citizen or case in its own `where`; the policy then only agrees or not.
 */
export const byScope = (rules: { tenant: SQL; citizen: SQL }) =>
  sql`case when ${currentTenant} is not null then ${rules.tenant} else ${rules.citizen} end`;

/**
 * True when the case of this row is visible to the current scope. The subquery obeys the policies of `cases` itself, so
 * an authority sees nothing that hangs on a draft.
 */
export const caseIsVisible = (table: string) =>
  sql`exists (select 1 from cases where cases.id = ${sql.identifier(table)}.case_id)`;

/** This day in Germany, by the clock of the database. */
export const germanToday = sql.raw("(now() at time zone 'Europe/Berlin')::date");

/**
 * The account of this transaction administers its authority, and, for others, the row is not about itself. The commands
 * ask the same first (`tenantCan`); this holds when one of them forgets to.
 */
const hasRole = (role: TenantRole) => sql`exists (
  select 1 from tenant_roles held
  where held.tenant_id = ${currentTenant} and held.official_id = ${currentAccount} and held.role = '${sql.raw(role)}')`;
export const hasAdminRole = hasRole("admin");
export const hasAuditorRole = hasRole("auditor");
export const asAdmin = sql`${ofTenant} and ${hasAdminRole}`;
export const byAdminForOthers = sql`${ofTenant} and official_id <> ${currentAccount} and ${hasAdminRole}`;

/**
 * Whose log the collector of this transaction reads, by the database and at each statement: null as soon as its token is
 * revoked or over. What one is refused is recorded as well, so that may be written down for a token that has ended.
 */
export const tenantOfKnownCollector = sql`(select tenant_id from collector_tokens where id = ${currentCollector})`;
export const tenantOfCollector = sql`(
  select tenant_id from collector_tokens
  where id = ${currentCollector} and revoked_at is null and expires_at > now())`;

/** Whom a policy binds. The worker is named where a job of its own needs it, and is shown nothing of any other table. */
type Roles = PgRole | PgRole[];
export const byWorker: Roles = workerRole;
export const byBoth: Roles = [appRole, workerRole];

export const mayRead = (name: string, using: SQL, to: Roles = appRole) => pgPolicy(name, { for: "select", to, using });
export const mayAdd = (name: string, withCheck: SQL, to: Roles = appRole) =>
  pgPolicy(name, { for: "insert", to, withCheck });
export const mayChange = (name: string, using: SQL, withCheck: SQL = using, to: Roles = appRole) =>
  pgPolicy(name, { for: "update", to, using, withCheck });
export const mayRemove = (name: string, using: SQL, to: Roles = appRole) =>
  pgPolicy(name, { for: "delete", to, using });

/** Published by the authority for everybody: the application only reads, seed and migrations (the owner) write. */
export const publicDirectory = (table: string, to: Roles = appRole) => [
  mayRead(`${table}_read_by_all`, sql`true`, to),
  ...maintainedByOwner(table),
];

/** Forced row-level security binds the owner as well, so the owner needs its own line. */
export const maintainedByOwner = (table: string) => [
  pgPolicy(`${table}_maintained_by_owner`, { for: "all", to: ownerRole, using: sql`true`, withCheck: sql`true` }),
];

/** For the few functions that run before there is a scope (login), across two of them (change feed) or end one. */
export const forIdentity = (table: string, operation: "select" | "insert" | "update" | "delete") =>
  pgPolicy(`${table}_identity_${operation}`, {
    for: operation,
    to: identityRole,
    ...(operation === "insert" ? {} : { using: sql`true` }),
    ...(operation === "select" || operation === "delete" ? {} : { withCheck: sql`true` }),
  });

/** For the functions that link and prune the audit chain; what they may do at all is in the grants. */
export const forAudit = (table: string) => [
  pgPolicy(`${table}_kept_by_audit`, { for: "all", to: auditRole, using: sql`true`, withCheck: sql`true` }),
];

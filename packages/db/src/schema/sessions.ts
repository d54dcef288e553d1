import type { AssuranceLevel } from "@dvd/domain/assurance";
import { assuranceLevels } from "@dvd/domain/assurance";
import { type Device, deviceBrowsers, deviceSystems } from "@dvd/domain/session/device";
import type { CitizenId, OfficialId, SessionId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant, oneOf } from "./columns.ts";
import { citizens, officials } from "./people.ts";
import { forIdentity } from "./policies.ts";

/**
 * Server-side truth about a login. The application has no privilege on this table: it only calls the identity_*
 * functions, so that no query of ours can list or invent sessions.
 */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().$type<SessionId>().primaryKey(),
    kind: text().$type<"citizen" | "official">().notNull(),
    citizenId: uuid()
      .$type<CitizenId>()
      .references(() => citizens.id),
    officialId: uuid().$type<OfficialId>(),
    tenantId: uuid().$type<TenantId>(),
    assurance: text().$type<AssuranceLevel>().notNull(),
    /** When the person last proved who they are; a session may be younger than that. */
    authenticatedAt: instant().notNull(),
    /** Of the one login that opened it: the same answer of a provider never opens a second session. */
    loginHash: bytea().notNull(),
    /** How the provider names its own session, as a keyed hash: it ends ours by that name. */
    providerSessionHash: bytea(),
    /** So that its owner recognises it in the list of their devices. */
    browser: text().$type<Device["browser"]>().notNull(),
    system: text().$type<Device["system"]>().notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (table) => [
    foreignKey({
      name: "sessions_official",
      columns: [table.tenantId, table.officialId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    index("sessions_tenant_official").on(table.tenantId, table.officialId),
    index("sessions_citizen").on(table.citizenId),
    unique("sessions_login_hash").on(table.loginHash),
    index("sessions_provider_session").on(table.providerSessionHash),
    bytesLong("sessions_login_hash_length", table.loginHash, 32),
    bytesLong("sessions_provider_session_hash_length", table.providerSessionHash, 32),
    oneOf("sessions_assurance", table.assurance, assuranceLevels),
    oneOf("sessions_browser", table.browser, deviceBrowsers),
    oneOf("sessions_system", table.system, deviceSystems),
    check(
      "sessions_one_person",
      sql`(kind = 'citizen' and citizen_id is not null and official_id is null and tenant_id is null)
        or (kind = 'official' and citizen_id is null and official_id is not null and tenant_id is not null)`,
    ),
    forIdentity("sessions", "select"),
    forIdentity("sessions", "insert"),
    forIdentity("sessions", "update"),
    forIdentity("sessions", "delete"),
  ],
);

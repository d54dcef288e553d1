import type { AssuranceLevel } from "@dvd/domain/assurance";
import { assuranceLevels } from "@dvd/domain/assurance";
import type { CitizenId, OfficialId, SessionId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, oneOf } from "./columns.ts";
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
    oneOf("sessions_assurance", table.assurance, assuranceLevels),
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

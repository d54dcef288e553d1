import type { DeputyshipId, OfficialId, TenantId } from "@dvd/domain/ids";
import { mostDeputyDays } from "@dvd/domain/tenant/deputyship";
import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgTable, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns.ts";
import { officials } from "./people.ts";
import { currentAccount, forIdentity, hasAdminRole, mayAdd, mayRead, mayRemove, ofTenant } from "./policies.ts";

/**
 * Who stands in for whom, from a day to a day, both included. A row gives a right while it runs and none before or after;
 * who ends it early removes it. What was done under it stays in the history of the cases and in the audit.
 */
export const deputyships = pgTable(
  "deputyships",
  {
    id: uuid().$type<DeputyshipId>().primaryKey(),
    tenantId: uuid().$type<TenantId>().notNull(),
    officialId: uuid().$type<OfficialId>().notNull(),
    deputyId: uuid().$type<OfficialId>().notNull(),
    startsOn: date({ mode: "string" }).notNull(),
    endsOn: date({ mode: "string" }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("deputyships_deputy").on(table.tenantId, table.deputyId),
    index("deputyships_official").on(table.tenantId, table.officialId),
    foreignKey({
      name: "deputyships_official",
      columns: [table.tenantId, table.officialId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    foreignKey({
      name: "deputyships_deputy",
      columns: [table.tenantId, table.deputyId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    check("deputyships_of_another", sql`official_id <> deputy_id`),
    check("deputyships_days", sql.raw(`ends_on - starts_on between 0 and ${mostDeputyDays - 1}`)),
    mayRead("deputyships_read_by_tenant", ofTenant),
    // Nobody is made to be represented by an admin.
    mayAdd("deputyships_add_by_oneself", sql`${ofTenant} and official_id = ${currentAccount}`),
    mayRemove(
      "deputyships_remove_by_oneself_or_admin",
      sql`${ofTenant} and (official_id = ${currentAccount} or ${hasAdminRole})`,
    ),
    forIdentity("deputyships", "select"),
    forIdentity("deputyships", "delete"),
  ],
);

import type { CaseId, CitizenId, OfficialId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { createdAt } from "./columns.ts";
import { officials } from "./people.ts";
import {
  caseIsVisible,
  currentAccount,
  currentTenant,
  hasAdminRole,
  mayAdd,
  mayRead,
  mayRemove,
  ofTenant,
} from "./policies.ts";

const ofOwnCase = sql`${ofTenant} and ${caseIsVisible("recusals")}`;

const leadsItsUnit = sql`exists (
  select 1 from unit_members held join cases on cases.tenant_id = held.tenant_id and cases.unit_id = held.unit_id
  where held.tenant_id = ${currentTenant} and held.official_id = ${currentAccount} and held.role = 'lead'
    and cases.id = recusals.case_id)`;

/**
 * Who does not act in a case because of bias: said by themselves, lifted by somebody else. For the authority alone; the
 * citizen's scope finds no row.
 */
export const recusals = pgTable(
  "recusals",
  {
    caseId: uuid().$type<CaseId>().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    officialId: uuid().$type<OfficialId>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.officialId] }),
    index("recusals_tenant").on(table.tenantId, table.createdAt),
    foreignKey({
      name: "recusals_case",
      columns: [table.tenantId, table.citizenId, table.caseId],
      foreignColumns: [cases.tenantId, cases.citizenId, cases.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "recusals_official",
      columns: [table.tenantId, table.officialId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    mayRead("recusals_read_by_tenant", ofTenant),
    mayAdd("recusals_add_by_oneself", sql`${ofOwnCase} and official_id = ${currentAccount}`),
    mayRemove(
      "recusals_remove_by_lead_or_admin",
      sql`${ofTenant} and official_id <> ${currentAccount} and (${hasAdminRole} or ${leadsItsUnit})`,
    ),
  ],
);

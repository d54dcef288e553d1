import type { CaseId, CitizenId, DeputyshipId, OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { bytea, bytesLong, createdAt } from "./columns.ts";
import { deputyships } from "./deputyships.ts";
import { units } from "./directory.ts";
import { officials } from "./people.ts";
import {
  byScope,
  caseIsVisible,
  currentAccount,
  germanToday,
  mayAdd,
  mayRead,
  ofCitizen,
  ofTenant,
} from "./policies.ts";

/**
 * The key of a case, sealed by whoever has taken it for a deputy of another unit. It goes with the deputyship, whichever
 * way that ends, and is handed out on its days only, by the clock of the database: to the deputy, and back to its giver.
 */
export const deputyGrants = pgTable(
  "deputy_grants",
  {
    caseId: uuid().$type<CaseId>().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    deputyshipId: uuid().$type<DeputyshipId>().notNull(),
    /** In which unit the authority has signed for the deputy, as the mandate names it. */
    deputyUnitId: uuid().$type<UnitId>().notNull(),
    recipientKeyId: bytea().notNull(),
    envelope: bytea().notNull(),
    createdAt: createdAt(),
  },
  (table) => {
    const ofOwnDeputyship = (who: ReturnType<typeof sql>) => sql`${ofTenant} and exists (
      select 1 from deputyships d where d.id = deputy_grants.deputyship_id and ${who})`;
    return [
      primaryKey({ columns: [table.caseId, table.deputyshipId] }),
      index("deputy_grants_deputyship").on(table.deputyshipId),
      foreignKey({
        name: "deputy_grants_case",
        columns: [table.tenantId, table.citizenId, table.caseId],
        foreignColumns: [cases.tenantId, cases.citizenId, cases.id],
      }).onDelete("cascade"),
      foreignKey({
        name: "deputy_grants_deputyship",
        columns: [table.deputyshipId],
        foreignColumns: [deputyships.id],
      }).onDelete("cascade"),
      foreignKey({
        name: "deputy_grants_unit",
        columns: [table.tenantId, table.deputyUnitId],
        foreignColumns: [units.tenantId, units.id],
      }),
      bytesLong("deputy_grants_recipient_key_id_length", table.recipientKeyId, 32),
      bytesLong("deputy_grants_envelope_length", table.envelope, 1921),
      mayRead(
        "deputy_grants_read",
        sql`${ofOwnDeputyship(sql`(d.official_id = ${currentAccount}
          or d.deputy_id = ${currentAccount} and ${germanToday} between d.starts_on and d.ends_on)`)} and not exists (
          select 1 from recusals r where r.case_id = deputy_grants.case_id and r.official_id = ${currentAccount})`,
      ),
      mayAdd(
        "deputy_grants_add_by_assignee",
        sql`${ofOwnDeputyship(sql`d.official_id = ${currentAccount}`)} and exists (
          select 1 from cases where cases.id = deputy_grants.case_id and cases.assigned_official_id = ${currentAccount})`,
      ),
    ];
  },
);

/**
 * The signed word of who was away: a deputy of another unit speaks in this case, from then to then. It stays with the case,
 * because what was written under it has to stay proven. Only readers judge it.
 */
export const mandates = pgTable(
  "mandates",
  {
    id: uuid().primaryKey(),
    caseId: uuid().$type<CaseId>().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    officialId: uuid().$type<OfficialId>().notNull(),
    /** Null when that has ended: from then on it proves what was written, and opens nothing. */
    deputyshipId: uuid().$type<DeputyshipId>(),
    payload: bytea().notNull(),
    signature: bytea().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("mandates_case").on(table.caseId, table.createdAt),
    index("mandates_deputyship").on(table.deputyshipId),
    foreignKey({
      name: "mandates_case",
      columns: [table.tenantId, table.citizenId, table.caseId],
      foreignColumns: [cases.tenantId, cases.citizenId, cases.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "mandates_official",
      columns: [table.tenantId, table.officialId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    foreignKey({
      name: "mandates_deputyship",
      columns: [table.deputyshipId],
      foreignColumns: [deputyships.id],
    }).onDelete("set null"),
    bytesLong("mandates_signature_length", table.signature, 96),
    mayRead(
      "mandates_read",
      byScope({ tenant: sql`${ofTenant} and ${caseIsVisible("mandates")}`, citizen: ofCitizen }),
    ),
    mayAdd(
      "mandates_add_by_oneself",
      sql`${ofTenant} and official_id = ${currentAccount} and exists (
        select 1 from deputyships d where d.id = mandates.deputyship_id and d.official_id = ${currentAccount}) and exists (
        select 1 from cases where cases.id = mandates.case_id and cases.assigned_official_id = ${currentAccount})`,
    ),
  ],
);

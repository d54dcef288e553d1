import { type CaseState, caseStates } from "@dvd/domain/case/lifecycle";
import type { CaseId, CitizenId, OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import type { RoutingDecision } from "@dvd/domain/routing/route";
import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant, oneOf } from "./columns.ts";
import { services, units } from "./directory.ts";
import { citizens, officials } from "./people.ts";
import {
  byBoth,
  byScope,
  caseIsVisible,
  currentAccount,
  forIdentity,
  mayAdd,
  mayChange,
  mayRead,
  mayRemove,
  ofCitizen,
  ofTenant,
} from "./policies.ts";

/** A draft belongs to its citizen alone; for the authority it does not exist. */
const submittedToTenant = sql`${ofTenant} and state <> 'DRAFT'`;
const caseOfScope = byScope({ tenant: submittedToTenant, citizen: ofCitizen });
const ownDraft = sql`${ofCitizen} and state = 'DRAFT'`;
/** Whoever is biased gets no key of the case, also from a command that forgets to ask (`caseCan`). */
const grantOfTenant = sql`${ofTenant} and ${caseIsVisible("case_grants")} and not exists (
  select 1 from recusals where recusals.case_id = case_grants.case_id and recusals.official_id = ${currentAccount})`;

export const cases = pgTable(
  "cases",
  {
    id: uuid().$type<CaseId>().primaryKey(),
    tenantId: uuid().$type<TenantId>().notNull(),
    unitId: uuid().$type<UnitId>().notNull(),
    citizenId: uuid()
      .$type<CitizenId>()
      .notNull()
      .references(() => citizens.id),
    reference: text().unique(),
    serviceKey: text()
      .notNull()
      .references(() => services.key),
    postalCode: text().notNull(),
    state: text().$type<CaseState>().notNull(),
    /** Counts every change; a writer who read an older one gets a conflict. */
    version: integer().notNull().default(1),
    assignedOfficialId: uuid().$type<OfficialId>(),
    /** Until when the citizen is asked to answer; only while the case waits for them. What is asked for is sealed. */
    dueOn: date({ mode: "string" }),
    /** When its citizen deleted the account. */
    citizenLeftAt: instant(),
    scopeId: bytea().notNull().unique("cases_scope_id_unique"),
    keyGeneration: integer().notNull(),
    routing: jsonb().$type<RoutingDecision>().notNull(),
    createdAt: createdAt(),
    receivedAt: instant(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    // What hangs on a case repeats tenant and citizen for its policies and refers to all three, so they cannot drift.
    unique("cases_scope").on(table.tenantId, table.citizenId, table.id),
    // NULLS FIRST is what ORDER BY … DESC asks for; with drizzle's default the lists would be sorted anew for each page.
    index("cases_inbox").on(
      table.tenantId,
      table.unitId,
      table.receivedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("cases_of_citizen").on(table.citizenId, table.updatedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    foreignKey({
      name: "cases_unit",
      columns: [table.tenantId, table.unitId],
      foreignColumns: [units.tenantId, units.id],
    }),
    foreignKey({
      name: "cases_assignee",
      columns: [table.tenantId, table.assignedOfficialId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    oneOf("cases_state", table.state, caseStates),
    bytesLong("cases_scope_id_length", table.scopeId, 16),
    check("cases_postal_code", sql`postal_code ~ '^[0-9]{5}$'`),
    check("cases_received", sql`(state = 'DRAFT') = (received_at is null) and (state = 'DRAFT') = (reference is null)`),
    check("cases_due_on", sql`(state = 'WAITING') = (due_on is not null)`),
    mayRead("cases_read", caseOfScope, byBoth),
    mayChange("cases_change", caseOfScope, caseOfScope, byBoth),
    mayAdd("cases_add_draft_by_citizen", ownDraft),
    mayRemove("cases_remove_draft_by_citizen", ownDraft, byBoth),
    forIdentity("cases", "select"),
    forIdentity("cases", "update"),
  ],
);

/** The case key, sealed for one recipient: the citizen, an epoch of the unit. */
export const caseGrants = pgTable(
  "case_grants",
  {
    id: uuid().primaryKey(),
    caseId: uuid().$type<CaseId>().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    role: smallint().notNull(),
    recipientKeyId: bytea().notNull(),
    generation: integer().notNull(),
    envelope: bytea().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("case_grants_recipient").on(table.caseId, table.generation, table.recipientKeyId),
    index("case_grants_tenant_case").on(table.tenantId, table.caseId),
    foreignKey({
      name: "case_grants_case",
      columns: [table.tenantId, table.citizenId, table.caseId],
      foreignColumns: [cases.tenantId, cases.citizenId, cases.id],
    }).onDelete("cascade"),
    bytesLong("case_grants_recipient_key_id_length", table.recipientKeyId, 32),
    mayRead("case_grants_read", byScope({ tenant: grantOfTenant, citizen: ofCitizen })),
    mayAdd("case_grants_add", byScope({ tenant: grantOfTenant, citizen: ofCitizen })),
    // A unit gives up what is sealed for its earlier keys, and never what is sealed for a citizen.
    mayRemove(
      "case_grants_remove_by_tenant",
      byScope({ tenant: sql`${grantOfTenant} and role = 2`, citizen: sql`false` }),
    ),
    forIdentity("case_grants", "select"),
    forIdentity("case_grants", "delete"),
  ],
);

/** Our signature under what arrived and when. The citizen's browser verifies it before it says "Abgeschickt". */
export const receipts = pgTable(
  "receipts",
  {
    caseId: uuid().$type<CaseId>().primaryKey(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    payload: bytea().notNull(),
    signature: bytea().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("receipts_tenant_case").on(table.tenantId, table.caseId),
    foreignKey({
      name: "receipts_case",
      columns: [table.tenantId, table.citizenId, table.caseId],
      foreignColumns: [cases.tenantId, cases.citizenId, cases.id],
    }).onDelete("cascade"),
    mayRead("receipts_read", byScope({ tenant: ofTenant, citizen: ofCitizen })),
    mayAdd("receipts_add_by_citizen", ofCitizen),
  ],
);

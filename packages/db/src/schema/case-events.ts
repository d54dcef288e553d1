import type { CaseEventKind } from "@dvd/domain/case/events";
import type { CaseId, CitizenId, OfficialId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { createdAt, oneOf } from "./columns.ts";
import { type SenderKind, senderKinds } from "./documents.ts";
import { officials } from "./people.ts";
import { byScope, caseIsVisible, mayAdd, mayRead, ofCitizen, ofTenant } from "./policies.ts";

const eventOfTenant = sql`${ofTenant} and ${caseIsVisible("case_events")}`;

/**
 * What happened in a case, for the people in it, kept as long as the case. Feeds are for catching up and may be cut; the
 * audit is for auditors. Kinds and ids, no content.
 */
export const caseEvents = pgTable(
  "case_events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    caseId: uuid().$type<CaseId>().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    kind: text().$type<CaseEventKind>().notNull(),
    actor: text().$type<SenderKind>().notNull(),
    /** The message or document that this is about. */
    subjectId: uuid(),
    /** The official whose deputy has done it. */
    actingForId: uuid().$type<OfficialId>(),
    createdAt: createdAt(),
  },
  (table) => [
    index("case_events_of_case").on(table.caseId, table.id),
    // Only the first opening is an event; the second of two at the same moment adds nothing.
    uniqueIndex("case_events_opened").on(table.caseId, table.subjectId).where(sql`kind = 'document.opened'`),
    foreignKey({
      name: "case_events_case",
      columns: [table.tenantId, table.citizenId, table.caseId],
      foreignColumns: [cases.tenantId, cases.citizenId, cases.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "case_events_acting_for",
      columns: [table.tenantId, table.actingForId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    oneOf("case_events_actor", table.actor, senderKinds),
    check("case_events_kind", sql`kind ~ '^[a-z]+[.][a-z-]+$'`),
    mayRead("case_events_read", byScope({ tenant: eventOfTenant, citizen: ofCitizen })),
    // Neither side can say that the other one did something.
    mayAdd(
      "case_events_add",
      byScope({
        tenant: sql`${eventOfTenant} and actor = 'official'`,
        citizen: sql`${ofCitizen} and actor = 'citizen' and acting_for_id is null`,
      }),
    ),
  ],
);

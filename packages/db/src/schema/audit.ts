import type { CaseId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, oneOf } from "./columns.ts";
import { currentAccount, currentCitizen, forIdentity, mayAdd, ofTenant } from "./policies.ts";

export const auditActorKinds = ["citizen", "official", "system"] as const;
export type AuditActorKind = (typeof auditActorKinds)[number];

/**
 * Append-only: the application may add and nothing else, not even read. No foreign keys, because the record of a case
 * outlives the case. Nobody can write in somebody else's name: the actor is the account of the transaction.
 */
export const auditIntake = pgTable(
  "audit_intake",
  {
    id: uuid().primaryKey(),
    tenantId: uuid().$type<TenantId>(),
    actorKind: text().$type<AuditActorKind>().notNull(),
    actorId: uuid(),
    type: text().notNull(),
    caseId: uuid().$type<CaseId>(),
    objectId: uuid(),
    correlationId: text(),
    payload: jsonb().$type<Record<string, string | number | boolean>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (table) => [
    index("audit_intake_tenant").on(table.tenantId, table.createdAt, table.id),
    oneOf("audit_intake_actor_kind", table.actorKind, auditActorKinds),
    check("audit_intake_type", sql`type ~ '^[a-z]+[.][a-z-]+$'`),
    check("audit_intake_actor", sql`(actor_kind = 'system') = (actor_id is null)`),
    mayAdd(
      "audit_intake_add_by_tenant",
      sql`${ofTenant} and (actor_kind = 'system' or (actor_kind = 'official' and actor_id = ${currentAccount}))`,
    ),
    mayAdd(
      "audit_intake_add_by_citizen",
      sql`${currentCitizen} is not null
        and (actor_kind = 'system' or (actor_kind = 'citizen' and actor_id = ${currentCitizen}))
        and (tenant_id is null or exists (
          select 1 from cases where cases.id = audit_intake.case_id and cases.tenant_id = audit_intake.tenant_id))`,
    ),
    forIdentity("audit_intake", "insert"),
  ],
);

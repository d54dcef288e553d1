import { type CheckpointKind, checkpointKinds } from "@dvd/domain/audit/chain";
import type { CaseId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant, oneOf } from "./columns.ts";
import {
  byBoth,
  byWorker,
  currentAccount,
  currentCitizen,
  currentTenant,
  forAudit,
  forIdentity,
  mayAdd,
  mayChange,
  mayRead,
  ofTenant,
  tenantOfCollector,
  tenantOfKnownCollector,
} from "./policies.ts";

export const auditActorKinds = ["citizen", "official", "system"] as const;
export type AuditActorKind = (typeof auditActorKinds)[number];

const count = () => bigint({ mode: "number" });

/** In the chain of the portal, or of the authority whose case it is about. */
const inScopeOfCitizen = sql`${currentCitizen} is not null and (tenant_id is null or exists (
  select 1 from cases where cases.id = audit_intake.case_id and cases.tenant_id = audit_intake.tenant_id))`;

/**
 * Where a transaction leaves its record. Append-only: the application may add and nothing else, not even read. No
 * foreign keys, because the record of a case outlives the case. Nobody can write in somebody else's name: the actor is
 * the account of the transaction, and the worker has none. A row waits here for a second, until the worker has linked it into its chain.
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
    index("audit_intake_chain").on(
      sql`coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)`,
      table.createdAt,
      table.id,
    ),
    oneOf("audit_intake_actor_kind", table.actorKind, auditActorKinds),
    check("audit_intake_type", sql`type ~ '^[a-z]+[.][a-z-]+$'`),
    check("audit_intake_actor", sql`(actor_kind = 'system') = (actor_id is null)`),
    // Numbers and codes, one level deep. A title, a name or the number of a case does not get in, whoever forgets the rule.
    check(
      "audit_intake_facts_are_codes",
      sql`jsonb_typeof(payload) = 'object' and not jsonb_path_exists(payload,
        '$.* ? (@.type() != "number" && @.type() != "boolean" && !(@.type() == "string" && @ like_regex "^[A-Za-z0-9._:/+=-]{1,200}$" && !(@ like_regex "DVD-" flag "i")))')`,
    ),
    // `audit_link` adds these up. One that is no number would stop the chains of everybody.
    check(
      "audit_intake_gap_is_counted",
      sql`type <> 'audit.gap' or coalesce(payload ->> 'dropped' ~ '^[0-9]{1,12}$', false)`,
    ),
    mayAdd(
      "audit_intake_add_by_tenant",
      sql`${ofTenant} and (actor_kind = 'system' or (actor_kind = 'official' and actor_id = ${currentAccount}))`,
    ),
    mayAdd(
      "audit_intake_add_by_citizen",
      sql`${inScopeOfCitizen} and (actor_kind = 'system' or (actor_kind = 'citizen' and actor_id = ${currentCitizen}))`,
    ),
    // It sets its scope itself, so a scope is no proof of a person: its own acts are nobody's.
    mayAdd(
      "audit_intake_add_by_worker",
      sql`actor_kind = 'system' and (${ofTenant} or (${inScopeOfCitizen}))`,
      byWorker,
    ),
    mayAdd("audit_intake_add_by_collector", sql`actor_kind = 'system' and tenant_id = ${tenantOfKnownCollector}`),
    forIdentity("audit_intake", "insert"),
    ...forAudit("audit_intake"),
  ],
);

const recordText = (name: string) => sql.raw(`((record::jsonb) ->> '${name}')`);

/**
 * One chain for each authority, and one of the portal itself under the nil id. The text is what was hashed; everything
 * else of a row is read out of it by the database, so that nobody can show one thing and prove another. Written by
 * `audit_link` only, removed by `audit_prune` only, changed by nothing.
 */
export const auditChain = pgTable(
  "audit_chain",
  {
    tenantId: uuid().$type<TenantId>().notNull(),
    seq: count().notNull(),
    record: text().notNull(),
    link: bytea().notNull(),
    at: text().notNull().generatedAlwaysAs(recordText("at")),
    type: text().notNull().generatedAlwaysAs(recordText("type")),
    actorId: text().generatedAlwaysAs(recordText("actorId")),
    caseId: text().generatedAlwaysAs(recordText("caseId")),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.seq] }),
    index("audit_chain_type").on(table.tenantId, table.type, table.seq),
    index("audit_chain_actor").on(table.tenantId, table.actorId, table.seq),
    index("audit_chain_at").on(table.tenantId, table.at),
    check("audit_chain_seq", sql`seq > 0`),
    bytesLong("audit_chain_link_length", table.link, 32),
    mayRead("audit_chain_read_by_tenant", sql`tenant_id = coalesce(${currentTenant}, ${tenantOfCollector})`),
    mayRead("audit_chain_read_by_worker", ofTenant, byWorker),
    ...forAudit("audit_chain"),
  ],
);

/** Where each chain ends, and what came of looking at it last. */
export const auditHeads = pgTable(
  "audit_heads",
  {
    tenantId: uuid().$type<TenantId>().primaryKey(),
    seq: count().notNull(),
    link: bytea().notNull(),
    /** Records of class O that were lost under load, as the chain itself tells. */
    dropped: count().notNull().default(0),
    checkedAt: instant(),
    /** What the worker found wrong; null while nothing is. */
    fault: text(),
    faultSeq: count(),
  },
  (table) => [
    bytesLong("audit_heads_link_length", table.link, 32),
    mayRead("audit_heads_read_by_tenant", ofTenant, byBoth),
    mayChange("audit_heads_change_by_tenant", ofTenant, ofTenant, byWorker),
    ...forAudit("audit_heads"),
  ],
);

/** A copy of the file that the worker signs and keeps elsewhere, line by line, so that an auditor can take it along. */
export const auditCheckpoints = pgTable(
  "audit_checkpoints",
  {
    tenantId: uuid().$type<TenantId>().notNull(),
    number: integer().notNull(),
    seq: count().notNull(),
    kind: text().$type<CheckpointKind>().notNull(),
    line: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.number] }),
    index("audit_checkpoints_kind_seq").on(table.tenantId, table.kind, table.seq),
    oneOf("audit_checkpoints_kind", table.kind, checkpointKinds),
    mayRead("audit_checkpoints_read_by_tenant", ofTenant, byBoth),
    mayAdd("audit_checkpoints_add_by_tenant", ofTenant, byWorker),
    ...forAudit("audit_checkpoints"),
  ],
);

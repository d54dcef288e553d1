import type { ChangeKind, ChangeScope } from "@dvd/domain/changes";
import type { CaseId, CitizenId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, oneOf } from "./columns.ts";
import { byScope, currentCitizen, forIdentity, mayRead, ofTenant } from "./policies.ts";

const scopeKinds = ["citizen", "unit"] as const satisfies readonly ChangeScope["kind"][];

const feedOfScope = byScope({
  tenant: sql`scope_kind = 'unit' and ${ofTenant}`,
  citizen: sql`scope_kind = 'citizen' and scope_id = ${currentCitizen}`,
});

/** Last number of each feed. `note_change` locks this row, so numbers become visible in the order they were given. */
export const changeHeads = pgTable(
  "change_heads",
  {
    scopeKind: text().$type<ChangeScope["kind"]>().notNull(),
    scopeId: uuid().notNull(),
    tenantId: uuid().$type<TenantId>(),
    lastSequence: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scopeKind, table.scopeId] }),
    oneOf("change_heads_scope_kind", table.scopeKind, scopeKinds),
    mayRead("change_heads_read", feedOfScope),
    forIdentity("change_heads", "select"),
    forIdentity("change_heads", "insert"),
    forIdentity("change_heads", "update"),
    forIdentity("change_heads", "delete"),
  ],
);

/** For whom what changed, by number: live streams resume here. Written only by the function `note_change`. */
export const changes = pgTable(
  "changes",
  {
    scopeKind: text().$type<ChangeScope["kind"]>().notNull(),
    scopeId: uuid().notNull(),
    tenantId: uuid().$type<TenantId>(),
    citizenId: uuid().$type<CitizenId>(),
    sequence: bigint({ mode: "number" }).notNull(),
    kind: text().$type<ChangeKind>().notNull(),
    caseId: uuid().$type<CaseId>().notNull(),
    subjectId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.scopeKind, table.scopeId, table.sequence] }),
    index("changes_tenant").on(table.tenantId, table.scopeId, table.sequence),
    oneOf("changes_scope_kind", table.scopeKind, scopeKinds),
    check("changes_kind", sql`kind ~ '^[a-z]+[.][a-z-]+$'`),
    mayRead("changes_read", feedOfScope),
    forIdentity("changes", "insert"),
    forIdentity("changes", "select"),
    forIdentity("changes", "delete"),
  ],
);

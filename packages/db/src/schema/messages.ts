import type { CaseId, CitizenId, MessageId, TenantId, ThreadId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { bytea, createdAt, oneOf } from "./columns.ts";
import { type SenderKind, senderKinds } from "./documents.ts";
import { byScope, caseIsVisible, mayAdd, mayChange, mayRead, ofCitizen, ofTenant } from "./policies.ts";

export const threadKinds = ["CHAT", "CALLBACK", "APPOINTMENT"] as const;
export type ThreadKind = (typeof threadKinds)[number];

const threadOfScope = byScope({ tenant: sql`${ofTenant} and ${caseIsVisible("threads")}`, citizen: ofCitizen });
const messageOfTenant = sql`${ofTenant} and ${caseIsVisible("messages")}`;

export const threads = pgTable(
  "threads",
  {
    id: uuid().$type<ThreadId>().primaryKey(),
    caseId: uuid().$type<CaseId>().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    kind: text().$type<ThreadKind>().notNull(),
    /** Raised in the transaction that adds a message: a database sequence would leave gaps after a rollback. */
    lastSequence: bigint({ mode: "number" }).notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    unique("threads_scope").on(table.tenantId, table.citizenId, table.caseId, table.id),
    index("threads_citizen_case").on(table.citizenId, table.caseId),
    foreignKey({
      name: "threads_case",
      columns: [table.tenantId, table.citizenId, table.caseId],
      foreignColumns: [cases.tenantId, cases.citizenId, cases.id],
    }).onDelete("cascade"),
    oneOf("threads_kind", table.kind, threadKinds),
    mayRead("threads_read", threadOfScope),
    mayAdd("threads_add", threadOfScope),
    mayChange("threads_change", threadOfScope),
  ],
);

export const messages = pgTable(
  "messages",
  {
    id: uuid().$type<MessageId>().primaryKey(),
    threadId: uuid().$type<ThreadId>().notNull(),
    caseId: uuid().$type<CaseId>().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    sequence: bigint({ mode: "number" }).notNull(),
    senderKind: text().$type<SenderKind>().notNull(),
    header: bytea().notNull(),
    floeHeader: bytea().notNull(),
    seal: bytea().notNull(),
    body: bytea().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("messages_thread_sequence").on(table.threadId, table.sequence),
    index("messages_tenant_case").on(table.tenantId, table.caseId),
    foreignKey({
      name: "messages_thread",
      columns: [table.tenantId, table.citizenId, table.caseId, table.threadId],
      foreignColumns: [threads.tenantId, threads.citizenId, threads.caseId, threads.id],
    }).onDelete("cascade"),
    oneOf("messages_sender_kind", table.senderKind, senderKinds),
    mayRead("messages_read", byScope({ tenant: messageOfTenant, citizen: ofCitizen })),
    mayAdd(
      "messages_add",
      byScope({
        tenant: sql`${messageOfTenant} and sender_kind = 'official'`,
        citizen: sql`${ofCitizen} and sender_kind = 'citizen'`,
      }),
    ),
  ],
);

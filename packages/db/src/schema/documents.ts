import type { CaseId, CitizenId, DocumentId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { bytea, createdAt, instant, oneOf } from "./columns.ts";
import {
  byBoth,
  byScope,
  caseIsVisible,
  forIdentity,
  mayAdd,
  mayChange,
  mayRead,
  mayRemove,
  ofCitizen,
  ofTenant,
} from "./policies.ts";

export const senderKinds = ["citizen", "official"] as const;
export type SenderKind = (typeof senderKinds)[number];

export const documentStates = ["PENDING", "STORED"] as const;
export type DocumentState = (typeof documentStates)[number];

const sentByCitizen = sql`${ofCitizen} and sender_kind = 'citizen'`;
const sentByTenant = sql`${ofTenant} and sender_kind = 'official' and ${caseIsVisible("documents")}`;
const sentByScope = byScope({ tenant: sentByTenant, citizen: sentByCitizen });

/** A sealed file: what the server needs to check and hand it out. Content and name are inside the sealed body. */
export const documents = pgTable(
  "documents",
  {
    id: uuid().$type<DocumentId>().primaryKey(),
    caseId: uuid().$type<CaseId>().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    senderKind: text().$type<SenderKind>().notNull(),
    state: text().$type<DocumentState>().notNull(),
    header: bytea().notNull(),
    floeHeader: bytea().notNull(),
    seal: bytea(),
    bodyLength: bigint({ mode: "number" }).notNull(),
    /** Given anew to each write: what no row names will never be named again, and may go. */
    blobKey: text().notNull().unique("documents_blob_key_unique"),
    /** Handle of the blob store's unfinished multipart upload. */
    blobUpload: text(),
    createdAt: createdAt(),
    storedAt: instant(),
    verifiedAt: instant(),
  },
  (table) => [
    unique("documents_scope").on(table.tenantId, table.citizenId, table.senderKind, table.id),
    index("documents_tenant_case").on(table.tenantId, table.caseId, table.createdAt),
    index("documents_citizen_case").on(table.citizenId, table.caseId, table.createdAt),
    foreignKey({
      name: "documents_case",
      columns: [table.tenantId, table.citizenId, table.caseId],
      foreignColumns: [cases.tenantId, cases.citizenId, cases.id],
    }).onDelete("cascade"),
    oneOf("documents_sender_kind", table.senderKind, senderKinds),
    oneOf("documents_state", table.state, documentStates),
    check("documents_body_length", sql`body_length > 0`),
    check(
      "documents_stored",
      sql`(state = 'STORED') = (stored_at is not null) and (state = 'STORED') = (seal is not null)`,
    ),
    // Uploads under way are seen by their sender alone.
    mayRead(
      "documents_read",
      byScope({
        tenant: sql`${ofTenant} and (state = 'STORED' or sender_kind = 'official') and ${caseIsVisible("documents")}`,
        citizen: sql`${ofCitizen} and (state = 'STORED' or sender_kind = 'citizen')`,
      }),
      byBoth,
    ),
    mayAdd(
      "documents_add",
      byScope({
        tenant: sql`${sentByTenant} and state = 'PENDING'`,
        citizen: sql`${sentByCitizen} and state = 'PENDING'`,
      }),
    ),
    mayChange("documents_change", sentByScope, sentByScope, byBoth),
    forIdentity("documents", "select"),
    forIdentity("documents", "delete"),
  ],
);

const partOfSender = byScope({ tenant: sql`${ofTenant} and sender_kind = 'official'`, citizen: sentByCitizen });

/** Received parts of an upload: where it resumes, and the digests of segments that the seal must match. */
export const uploadParts = pgTable(
  "upload_parts",
  {
    documentId: uuid().$type<DocumentId>().notNull(),
    part: integer().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    senderKind: text().$type<SenderKind>().notNull(),
    tag: text().notNull(),
    digests: bytea().notNull(),
    size: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.part] }),
    foreignKey({
      name: "upload_parts_document",
      columns: [table.tenantId, table.citizenId, table.senderKind, table.documentId],
      foreignColumns: [documents.tenantId, documents.citizenId, documents.senderKind, documents.id],
    }).onDelete("cascade"),
    mayRead("upload_parts_read", partOfSender, byBoth),
    mayAdd("upload_parts_add", partOfSender),
    mayChange("upload_parts_change", partOfSender),
    mayRemove("upload_parts_remove", partOfSender, byBoth),
  ],
);

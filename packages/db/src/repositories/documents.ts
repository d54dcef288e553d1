import { DomainError } from "@dvd/domain/errors";
import type { CaseId, CitizenId, DocumentId } from "@dvd/domain/ids";
import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { cases } from "../schema/cases.ts";
import { documents, type SenderKind, uploadParts } from "../schema/documents.ts";
import type { CitizenTx, ScopedTx } from "../tenant.ts";

type CaseScope = Pick<typeof cases.$inferSelect, "id" | "tenantId" | "citizenId">;
export type DocumentRow = typeof documents.$inferSelect;
/** A document that is still on its way, with the blob store's handle of it. */
export type Upload = DocumentRow & { writeId: string };

type NewUpload = {
  id: DocumentId;
  senderKind: SenderKind;
  header: Uint8Array<ArrayBuffer>;
  floeHeader: Uint8Array<ArrayBuffer>;
  bodyLength: number;
} & BlobWrite;

/** The place that the blob store has given to a write. Each write has a key of its own, so that no other one meets it. */
export type BlobWrite = { blobKey: string; writeId: string };

export async function addUpload(
  tx: ScopedTx,
  { id: caseId, tenantId, citizenId }: CaseScope,
  upload: NewUpload,
  now: Date,
) {
  const { writeId, ...columns } = upload;
  const added = await tx
    .insert(documents)
    .values({
      ...columns,
      caseId,
      tenantId,
      citizenId,
      state: "PENDING",
      blobUpload: writeId,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: documents.id });
  if (added.length === 0) throw new DomainError("document.exists");
}

export async function findDocument(tx: ScopedTx, id: DocumentId): Promise<DocumentRow | null> {
  const [row] = await tx.select().from(documents).where(eq(documents.id, id));
  return row ?? null;
}

/** The upload, if it is still one. */
export async function getUpload(tx: ScopedTx, id: DocumentId): Promise<Upload> {
  const row = await findDocument(tx, id);
  if (!row) throw new DomainError("document.not-found");
  return asUpload(row);
}

/** The same, holding the row until the transaction ends: no part may arrive while the upload is being finished. */
export async function lockUpload(tx: ScopedTx, id: DocumentId): Promise<Upload> {
  const [row] = await tx.select().from(documents).where(eq(documents.id, id)).for("update");
  if (!row) throw new DomainError("document.not-found");
  return asUpload(row);
}

function asUpload(row: DocumentRow): Upload {
  if (row.state !== "PENDING") throw new DomainError("upload.already-finished");
  // Expired: its parts are gone, and it begins anew with `startUpload`.
  if (row.blobUpload === null) throw new DomainError("upload.incomplete");
  return { ...row, writeId: row.blobUpload };
}

type Part = { part: number; tag: string; size: number; digests: readonly Uint8Array[] };

/** Of two that arrive at the same time the last one is kept. Returns the tag of the other, whose bytes nobody needs. */
export async function recordPart(tx: ScopedTx, upload: Upload, { part, tag, size, digests }: Part) {
  const { id: documentId, tenantId, citizenId, senderKind } = upload;
  const [earlier] = await tx.select({ tag: uploadParts.tag }).from(uploadParts).where(isPart(documentId, part));
  const stored = { tag, size, digests: new Uint8Array(Buffer.concat(digests)) };
  await tx
    .insert(uploadParts)
    .values({ documentId, part, tenantId, citizenId, senderKind, ...stored })
    .onConflictDoUpdate({ target: [uploadParts.documentId, uploadParts.part], set: stored });
  return earlier?.tag ?? null;
}

const isPart = (id: DocumentId, part: number) => and(eq(uploadParts.documentId, id), eq(uploadParts.part, part));

export async function hasPart(tx: ScopedTx, id: DocumentId, part: number): Promise<boolean> {
  const rows = await tx.select({ part: uploadParts.part }).from(uploadParts).where(isPart(id, part));
  return rows.length > 0;
}

export const listParts = (tx: ScopedTx, id: DocumentId) =>
  tx.select().from(uploadParts).where(eq(uploadParts.documentId, id)).orderBy(asc(uploadParts.part));

export async function markStored(tx: ScopedTx, id: DocumentId, seal: Uint8Array<ArrayBuffer>, now: Date) {
  await tx.update(documents).set({ state: "STORED", seal, storedAt: now }).where(eq(documents.id, id));
  await tx.delete(uploadParts).where(eq(uploadParts.documentId, id));
}

export const dropPart = (tx: ScopedTx, id: DocumentId, part: number) => tx.delete(uploadParts).where(isPart(id, part));

/** What has arrived of an upload is forgotten. The row stays: the header may go on with another write. */
export async function dropParts(tx: ScopedTx, id: DocumentId) {
  await tx.delete(uploadParts).where(eq(uploadParts.documentId, id));
  await tx.update(documents).set({ blobUpload: null }).where(eq(documents.id, id));
}

/** Begun anew, with another write. */
export async function reopenUpload(tx: ScopedTx, id: DocumentId, { blobKey, writeId }: BlobWrite) {
  const reopened = await tx
    .update(documents)
    .set({ blobKey, blobUpload: writeId })
    .where(and(eq(documents.id, id), isNull(documents.blobUpload)))
    .returning({ id: documents.id });
  if (reopened.length === 0) throw new DomainError("document.exists");
}

export async function getStored(tx: ScopedTx, id: DocumentId) {
  const row = await findDocument(tx, id);
  if (row?.state !== "STORED" || !row.seal || !row.storedAt) throw new DomainError("document.not-found");
  return { ...row, seal: row.seal, storedAt: row.storedAt };
}

/** Documents of a case in the order in which they were stored. */
export async function listStored(tx: ScopedTx, caseId: CaseId) {
  const rows = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.caseId, caseId), eq(documents.state, "STORED")))
    .orderBy(asc(documents.storedAt), asc(documents.id));
  return rows.flatMap((row) => (row.seal && row.storedAt ? [{ ...row, seal: row.seal, storedAt: row.storedAt }] : []));
}

export const listAll = (tx: ScopedTx, caseId: CaseId) =>
  tx.select().from(documents).where(eq(documents.caseId, caseId));

/** What a citizen is sending or gave up sending, in every case that an authority has. Held: none of it can be finished. */
export const listOwnUploads = (tx: CitizenTx, citizenId: CitizenId) =>
  tx
    .select({ blobKey: documents.blobKey, blobUpload: documents.blobUpload })
    .from(documents)
    .innerJoin(cases, and(eq(cases.id, documents.caseId), ne(cases.state, "DRAFT")))
    .where(and(eq(documents.citizenId, citizenId), eq(documents.senderKind, "citizen"), eq(documents.state, "PENDING")))
    .for("update", { of: documents });

export const markVerified = (tx: ScopedTx, id: DocumentId, now: Date) =>
  tx
    .update(documents)
    .set({ verifiedAt: now })
    .where(and(eq(documents.id, id), sql`verified_at is null`));

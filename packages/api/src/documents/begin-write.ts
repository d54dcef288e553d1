import { noteBegun } from "@dvd/db/repositories/begun-uploads";
import type { CaseRow } from "@dvd/db/repositories/cases";
import { addUpload, type BlobWrite, type DocumentRow, reopenUpload } from "@dvd/db/repositories/documents";
import type { ScopedTx } from "@dvd/db/tenant";
import { limits } from "@dvd/domain/document/limits";
import { type ActorCtx, newId } from "../context.ts";

type Begun = Pick<DocumentRow, "id" | "header" | "floeHeader" | "bodyLength"> & { isKnown: boolean };

/** Begins to write an upload into the blob store: a new one, or one whose former write is gone. */
export async function beginWrite(ctx: ActorCtx, tx: ScopedTx, found: CaseRow, begun: Begun) {
  // Never the document's own id, which may begin anew: a key is written once, and what nobody names nobody will.
  const blobKey = newId<string>(ctx);
  const write = { blobKey, writeId: await ctx.blobs.begin(blobKey) };
  await noteWrite(ctx, tx, found, begun, write).catch(async (error: unknown) => {
    await ctx.blobs.abort({ key: blobKey, writeId: write.writeId });
    throw error;
  });
}

async function noteWrite(
  ctx: ActorCtx,
  tx: ScopedTx,
  found: CaseRow,
  { isKnown, ...begun }: Begun,
  { blobKey, writeId }: BlobWrite,
) {
  const { actor } = ctx;
  const { id, bodyLength: bytes } = begun;
  if (isKnown) await reopenUpload(tx, id, { blobKey, writeId });
  else await addUpload(tx, found, { ...begun, blobKey, writeId, senderKind: actor.kind }, ctx.now());
  if (actor.kind === "citizen") await noteBegun(tx, { blobKey, citizenId: actor.citizenId, bytes }, ctx.now());
  await planExpiry(ctx, tx, found, id);
}

/** In every state of the case: a draft may be sent while this upload is still open, and then no draft expires. */
const planExpiry = (
  ctx: ActorCtx,
  tx: ScopedTx,
  { id: caseId, tenantId, citizenId }: CaseRow,
  documentId: DocumentRow["id"],
) =>
  ctx.jobs.enqueue(
    tx,
    "expire-upload",
    { correlationId: ctx.correlationId, tenantId, citizenId, sender: ctx.actor.kind, caseId, documentId },
    new Date(ctx.now().getTime() + limits.draftDays * 86_400_000),
  );

import { noteOpening } from "@dvd/db/repositories/case-events";
import { getStored } from "@dvd/db/repositories/documents";
import type { DocumentId } from "@dvd/domain/ids";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import { getCaseOf } from "./get-case-of.ts";

/** Hands out ciphertext. The record of it is committed before the first byte leaves. */
export async function releaseDocument(ctx: ActorCtx, { documentId }: { documentId: DocumentId }) {
  const document = await ctx.transact(async (tx) => {
    const stored = await getStored(tx, documentId);
    const found = await getCaseOf(ctx, tx, stored, "read");
    await record(ctx, tx, found.tenantId, { type: "document.released", caseId: found.id, documentId });
    const isOpening = ctx.actor.kind === "official" && stored.senderKind === "citizen";
    if (isOpening) await noteOpening(tx, found, documentId);
    return stored;
  });
  return { bodyLength: document.bodyLength, body: await ctx.blobs.read(document.blobKey) };
}

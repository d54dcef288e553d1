import { noteOpening } from "@dvd/db/repositories/case-events";
import { getStored } from "@dvd/db/repositories/documents";
import type { DocumentId } from "@dvd/domain/ids";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import { getCaseOf } from "./get-case-of.ts";

/**
 * Hands out ciphertext. The record of it is committed before the first byte leaves, and also when none has to: whoever
 * has the bytes already looks at them now. `version` is never another one: what is stored does not change.
 */
export async function releaseDocument(ctx: ActorCtx, { documentId }: { documentId: DocumentId }) {
  const document = await ctx.transact(async (tx) => {
    const stored = await getStored(tx, documentId);
    const found = await getCaseOf(ctx, tx, stored, "read");
    await record(ctx, tx, found.tenantId, { type: "document.released", caseId: found.id, documentId });
    const isOpening = ctx.actor.kind === "official" && stored.senderKind === "citizen";
    if (isOpening) await noteOpening(tx, found, documentId);
    return stored;
  });
  const { bodyLength, blobKey, storedAt } = document;
  return { bodyLength, version: storedAt?.toISOString() ?? "", body: () => ctx.blobs.read(blobKey) };
}

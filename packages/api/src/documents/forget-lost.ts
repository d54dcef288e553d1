import { dropPart, dropParts, listParts, lockUpload } from "@dvd/db/repositories/documents";
import { DomainError } from "@dvd/domain/errors";
import type { DocumentId } from "@dvd/domain/ids";
import { BlobMissing, type OpenWrite, PartMissing } from "../adapters/blob/blob-store.ts";
import type { ActorCtx } from "../context.ts";

/**
 * For `catch`: the store no longer has what the rows name. Somebody cleared it up behind our back, or a second sending
 * of a part replaced the recorded one and died before it said so. The rows forget what is lost, so that the sender is
 * told what to send again instead of failing at this place for ever.
 */
export async function forgetWhenLost(ctx: ActorCtx, documentId: DocumentId, cause: unknown): Promise<never> {
  if (!(cause instanceof PartMissing || cause instanceof BlobMissing)) throw cause;
  await ctx.transactAfter(async (tx) => {
    const { blobKey: key, writeId } = await lockUpload(tx, documentId);
    const lost = await findLost(ctx, { key, writeId }, await listParts(tx, documentId));
    if (lost === "all") await dropParts(tx, documentId);
    else for (const part of lost) await dropPart(tx, documentId, part);
  });
  throw new DomainError("upload.incomplete", {}, { cause });
}

const noPart = { part: 0, tag: "00000000-0000-0000-0000-000000000000" };

async function findLost(
  { blobs }: ActorCtx,
  write: OpenWrite,
  parts: Awaited<ReturnType<typeof listParts>>,
): Promise<number[] | "all"> {
  const lost: number[] = [];
  try {
    // Asked also when no part is recorded yet: is the write itself still there?
    await blobs.holds(write, noPart);
    for (const { part, tag } of parts) if (!(await blobs.holds(write, { part, tag }))) lost.push(part);
    return lost;
  } catch (error) {
    if (error instanceof BlobMissing) return "all";
    throw error;
  }
}

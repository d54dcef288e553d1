import { countBegun } from "@dvd/db/repositories/begun-uploads";
import type { CaseRow } from "@dvd/db/repositories/cases";
import { type DocumentRow, listAll, listStored } from "@dvd/db/repositories/documents";
import { takeTurn } from "@dvd/db/repositories/turns";
import type { ScopedTx } from "@dvd/db/tenant";
import { accountIdOf } from "@dvd/domain/actor";
import { bytesBeside, fitsBeside, limits } from "@dvd/domain/document/limits";
import { DomainError } from "@dvd/domain/errors";
import type { ActorCtx } from "../context.ts";

/**
 * Together with what belongs to the case already: looked at before bytes travel, and again when the document becomes part of
 * it, while the case is held. What was given up on the way does not count.
 */
export async function checkSizeTogether(
  ctx: ActorCtx,
  tx: ScopedTx,
  found: CaseRow,
  { bodyLength }: Pick<DocumentRow, "bodyLength">,
) {
  const stored = (await listStored(tx, found.id)).map(({ senderKind: sender, ...document }) => ({
    sender,
    ...document,
  }));
  if (!fitsBeside(bytesBeside(found.receivedAt, ctx.actor.kind, stored), bodyLength))
    throw new DomainError("upload.submission-too-large");
}

const dayMs = 86_400_000;

/** Given up or expired, it keeps its row and takes no place. */
const isOpen = ({ state, blobUpload }: DocumentRow) => state === "PENDING" && blobUpload !== null;

/**
 * Whether one more upload fits: into the case, and into what a citizen may begin in a day. Uploads of one account begin
 * one after the other until the transaction ends, so that each counts the ones before it, on whichever machine. Returns
 * the other documents of the case.
 */
export async function checkRoom(
  ctx: ActorCtx,
  tx: ScopedTx,
  found: CaseRow,
  upload: Pick<DocumentRow, "id" | "bodyLength">,
): Promise<DocumentRow[]> {
  await takeTurn(tx, "upload", accountIdOf(ctx.actor));
  const others = (await listAll(tx, found.id)).filter(({ id }) => id !== upload.id);
  const open = others.filter(isOpen);
  if (open.length >= limits.openUploadsPerCase) throw new DomainError("upload.too-many");
  const stored = others.filter(({ state }) => state === "STORED");
  if (found.state === "DRAFT" && stored.length + open.length >= limits.documentsPerSubmission)
    throw new DomainError("upload.too-many");
  await checkSizeTogether(ctx, tx, found, upload);
  if (ctx.actor.kind === "citizen") {
    const since = new Date(ctx.now().getTime() - dayMs);
    const begun = await countBegun(tx, ctx.actor.citizenId, since);
    if (begun + upload.bodyLength > limits.uploadBytesPerDay) throw new DomainError("upload.quota-exceeded");
  }
  return others;
}

import { partCount, partSize } from "@dvd/crypto";
import { type CaseRow, getCase } from "@dvd/db/repositories/cases";
import { addUpload, findDocument, listParts, reopenUpload } from "@dvd/db/repositories/documents";
import type { ScopedTx } from "@dvd/db/tenant";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { limits } from "@dvd/domain/document/limits";
import { DomainError } from "@dvd/domain/errors";
import type { DocumentId } from "@dvd/domain/ids";
import { type ActorCtx, newId } from "../context.ts";
import { getSender } from "../members/get-sender.ts";
import { encodeBase64 } from "../wire.ts";
import { checkRoom } from "./check-room.ts";
import { readHeader } from "./read-header.ts";
import { isSameUpload } from "./same-upload.ts";
import type { StartUpload } from "./start-upload.contract.ts";

/** Opens an upload, or finds the one that was interrupted and says which parts are already here. */
export const startUpload = (ctx: ActorCtx, input: StartUpload) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, input.caseId);
    assertCan(caseCan.upload(found, ctx.actor));
    const account = await getSender(ctx, tx, found);
    const { bodyLength } = readHeader(input, found, "file", account.signingKeyId);
    if (bodyLength > limits.documentBytes) throw new DomainError("upload.too-large");

    const earlier = await findDocument(tx, input.documentId);
    if (earlier && !isSameUpload(earlier, input)) throw new DomainError("document.exists");
    if (earlier?.state === "STORED") throw new DomainError("upload.already-finished");
    if (!earlier?.blobUpload) {
      const upload = { id: input.documentId, bodyLength };
      const others = await checkRoom(ctx, tx, found, upload);
      // Once more under another id, a receipt would have to name the same container twice.
      if (others.some((other) => isSameUpload(other, input))) throw new DomainError("document.exists");
      const { documentId: id, header, floeHeader } = input;
      // Never the document's own id, which may begin anew: a key is written once, and what nobody names nobody will.
      const blobKey = newId<string>(ctx);
      const write = { blobKey, writeId: await ctx.blobs.begin(blobKey) };
      const senderKind = ctx.actor.kind;
      const row = { id, senderKind, header, floeHeader, bodyLength, ...write };
      const opened = earlier ? reopenUpload(tx, id, write, ctx.now()) : addUpload(tx, found, row, ctx.now());
      const planned = opened.then(() => planExpiry(ctx, tx, found, id));
      await planned.catch(async (error: unknown) => {
        await ctx.blobs.abort({ key: blobKey, writeId: write.writeId });
        throw error;
      });
    }
    const here = earlier ? await listParts(tx, input.documentId) : [];
    const stored = here.map(({ part, digests }) => ({ part, digests: encodeBase64(digests) }));
    return { partSize, parts: partCount(bodyLength), stored };
  });

/** In every state of the case: a draft may be sent while this upload is still open, and then no draft expires. */
const planExpiry = (
  ctx: ActorCtx,
  tx: ScopedTx,
  { id: caseId, tenantId, citizenId }: CaseRow,
  documentId: DocumentId,
) =>
  ctx.jobs.enqueue(
    tx,
    "expire-upload",
    { correlationId: ctx.correlationId, tenantId, citizenId, sender: ctx.actor.kind, caseId, documentId },
    new Date(ctx.now().getTime() + limits.draftDays * 86_400_000),
  );

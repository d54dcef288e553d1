import { CryptoError, equalBytes, partCount, verifySeal } from "@dvd/crypto";
import { touchCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { findDocument, listParts, lockUpload, markStored, type Upload } from "@dvd/db/repositories/documents";
import type { ScopedTx } from "@dvd/db/tenant";
import { actingFor } from "@dvd/domain/case/policy";
import { DomainError } from "@dvd/domain/errors";
import type { DocumentId } from "@dvd/domain/ids";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import type { Bytes } from "../wire.ts";
import { checkSizeTogether } from "./check-room.ts";
import { refusalOf } from "./container-errors.ts";
import type { FinishUpload } from "./finish-upload.contract.ts";
import { forgetWhenLost } from "./forget-lost.ts";
import { getCaseOf } from "./get-case-of.ts";
import { getSender } from "../members/get-sender.ts";
import { splitDigests } from "./parts.ts";

/**
 * The seal must be the sender's signature under exactly the segments that are stored. Only then the object becomes
 * visible; asked again with the same seal, the answer is the same.
 */
export const finishUpload = (ctx: ActorCtx, input: FinishUpload) =>
  finish(ctx, input).catch((error: unknown) => forgetWhenLost(ctx, input.documentId, error));

const finish = (ctx: ActorCtx, { documentId, seal }: FinishUpload) =>
  ctx.transact(async (tx) => {
    const start = performance.now();
    const now = ctx.now();
    const earlier = await holdDocument(tx, documentId, now);
    const found = await getCaseOf(ctx, tx, earlier, "upload");
    if (earlier?.storedAt && earlier.seal && equalBytes(earlier.seal, seal)) return done(documentId, earlier.storedAt);

    const upload = await lockUpload(tx, documentId);
    await checkSizeTogether(ctx, tx, found, upload);
    const parts = await listParts(tx, documentId);
    if (parts.length !== partCount(upload.bodyLength)) throw new DomainError("upload.incomplete");
    // Asked again: a document takes a while, and whoever is not believed any more finishes none.
    const { signingKey } = await getSender(ctx, tx, found, now);
    await checkSeal(
      upload,
      seal,
      parts.flatMap(({ digests }) => splitDigests(digests)),
      signingKey,
    );

    await ctx.blobs.complete({ key: upload.blobKey, writeId: upload.writeId }, parts);
    await markStored(tx, documentId, seal, now);
    const { caseId, tenantId, bodyLength: bytes } = upload;
    const actingForId = actingFor(found, ctx.actor);
    await record(ctx, tx, tenantId, { type: "document.stored", caseId, documentId, bytes, actingFor: actingForId });
    if (found.state !== "DRAFT") {
      await noteChange(tx, "document.stored", found, { subjectId: documentId, actingForId });
      await ctx.jobs.enqueue(tx, "verify-document", {
        correlationId: ctx.correlationId,
        tenantId,
        citizenId: upload.citizenId,
        sender: upload.senderKind,
        caseId,
        documentId,
      });
    }
    ctx.log.event("upload.finished", { documentId, caseId, bytes, parts: parts.length, ms: performance.now() - start });
    return done(documentId, now);
  });

/**
 * The document, and while it is not finished its case too, held until the transaction ends: a submission at the same
 * time comes before, or waits and has this document in its receipt; a second call waits for the first one's answer.
 */
async function holdDocument(tx: ScopedTx, documentId: DocumentId, now: Date) {
  const document = await findDocument(tx, documentId);
  if (document?.state !== "PENDING") return document;
  await touchCase(tx, document.caseId, now);
  return findDocument(tx, documentId);
}

const done = (documentId: string, storedAt: Date) => ({ documentId, storedAt: storedAt.toISOString() });

async function checkSeal({ header, floeHeader }: Upload, seal: Bytes, segmentDigests: Bytes[], senderSpki: Bytes) {
  await verifySeal({ header, floeHeader, seal, segmentDigests, senderSpki }).catch((error: unknown) => {
    throw error instanceof CryptoError ? refusalOf(error) : error;
  });
}

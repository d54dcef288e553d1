import { createHash } from "node:crypto";
import { CryptoError, createFrameCheck } from "@dvd/crypto";
import * as documents from "@dvd/db/repositories/documents";
import type { ScopedTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { DocumentId } from "@dvd/domain/ids";
import { PartSizeWrong, type PartTag } from "../adapters/blob/blob-store.ts";
import type { ActorCtx } from "../context.ts";
import { refusalOf } from "./container-errors.ts";
import { forgetWhenLost } from "./forget-lost.ts";
import { getCaseOf } from "./get-case-of.ts";
import { findPart } from "./parts.ts";

type PartInput = { documentId: DocumentId; part: number; size: number };

/**
 * Stores one part while checking its frame: every segment must begin with its length word and lie where the header
 * says. The digests of the segments are kept; they prove at the end that what was sealed is what is stored. The bytes
 * flow through; a part is never in memory as a whole. A part takes its place once, however often it is sent.
 */
export const receivePart = (ctx: ActorCtx, input: PartInput, source: AsyncIterable<Uint8Array>) =>
  receive(ctx, input, source).catch((error: unknown) => forgetWhenLost(ctx, input.documentId, error));

async function receive(ctx: ActorCtx, { documentId, part, size }: PartInput, source: AsyncIterable<Uint8Array>) {
  const { isHere, ...upload } = await ctx.transact(async (tx) => {
    await getCaseOf(ctx, tx, await documents.findDocument(tx, documentId), "upload");
    return { ...(await documents.getUpload(tx, documentId)), isHere: await documents.hasPart(tx, documentId, part) };
  });
  const { bodyLength } = upload;
  const { firstSegment, segments, length } = findPart(bodyLength, part);
  if (size !== length) throw new DomainError("container.wrong-size", { part, size });
  if (isHere) {
    await drain(source);
    return { part };
  }

  const start = performance.now();
  const check = createFrameCheck({
    bodyLength,
    firstSegment,
    segments,
    createHash: () => createHash("sha256"),
  });
  const write = { key: upload.blobKey, writeId: upload.writeId };
  const tag = await ctx.blobs.writePart(write, part, through(source, check.push), size).catch(refuse);
  const replaced = await ctx
    .transact(async (tx) => {
      await holdWrite(ctx, tx, upload, { part, tag });
      return documents.recordPart(tx, upload, { part, tag, size, digests: check.end() });
    })
    .catch(async (error: unknown) => {
      // Only after a refusal: when the answer to a commit was lost, the row may be there and must not name nothing.
      if (error instanceof DomainError) await ctx.blobs.removePart(write, { part, tag });
      throw error;
    });
  if (replaced && replaced !== tag) await ctx.blobs.removePart(write, { part, tag: replaced });

  ctx.log.event("upload.part", { documentId, part, bytes: size, ms: performance.now() - start });
  return { part };
}

/** The row, held, if the upload is still the one that this part was sent for, and the store still has the part. */
async function holdWrite(ctx: ActorCtx, tx: ScopedTx, { id, writeId, blobKey }: documents.Upload, part: PartTag) {
  const held = await documents.lockUpload(tx, id);
  // Expired and begun anew while this part was on its way: its bytes went with the old write.
  const isSame = held.writeId === writeId && (await ctx.blobs.holds({ key: blobKey, writeId }, part));
  // Or sent a second time at once: that one came last and records itself.
  if (!isSame) throw new DomainError("upload.incomplete");
}

/** Read to its end all the same: a browser that is still sending would take an early answer for a lost connection. */
async function drain(source: AsyncIterable<Uint8Array>) {
  for await (const chunk of source) void chunk;
}

async function* through(source: AsyncIterable<Uint8Array>, look: (chunk: Uint8Array) => void) {
  for await (const chunk of source) {
    look(chunk);
    yield chunk;
  }
}

function refuse(error: unknown): never {
  if (error instanceof CryptoError) throw refusalOf(error);
  if (error instanceof PartSizeWrong) throw new DomainError("container.wrong-size", {}, { cause: error });
  throw error;
}

import { createHash } from "node:crypto";
import { CryptoError, createFrameCheck } from "@dvd/crypto";
import * as documents from "@dvd/db/repositories/documents";
import { DomainError } from "@dvd/domain/errors";
import type { DocumentId } from "@dvd/domain/ids";
import { BlobMissing, PartSizeWrong } from "../adapters/blob/blob-store.ts";
import type { ActorCtx } from "../context.ts";
import { refusalOf } from "./container-errors.ts";
import { getCaseOf } from "./get-case-of.ts";
import { findPart } from "./parts.ts";

type PartInput = { documentId: DocumentId; part: number; size: number };

/**
 * Stores one part while checking its frame: every segment must begin with its length word and lie where the header
 * says. The digests of the segments are kept; they prove at the end that what was sealed is what is stored. The bytes
 * flow through; a part is never in memory as a whole. A part takes its place once, however often it is sent.
 */
export async function receivePart(
  ctx: ActorCtx,
  { documentId, part, size }: PartInput,
  source: AsyncIterable<Uint8Array>,
) {
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
  const write = { key: documentId, writeId: upload.writeId };
  const tag = await ctx.blobs.writePart(write, part, through(source, check.push), size).catch(refuse);
  const isKept = await ctx
    .transact((tx) => documents.recordPart(tx, upload, { part, tag, size, digests: check.end() }))
    .catch(async (error: unknown) => {
      // Only after a refusal: when the answer to a commit was lost, the row may be there and must not name nothing.
      if (error instanceof DomainError) await ctx.blobs.removePart(write, { part, tag });
      throw error;
    });
  if (!isKept) await ctx.blobs.removePart(write, { part, tag });

  ctx.log.event("upload.part", { documentId, part, bytes: size, ms: performance.now() - start });
  return { part };
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
  // Another request finished or expired this upload while the part was on its way.
  if (error instanceof BlobMissing) throw new DomainError("upload.already-finished", {}, { cause: error });
  throw error;
}

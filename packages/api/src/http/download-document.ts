import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DomainError } from "@dvd/domain/errors";
import { type DocumentId, uuidPattern } from "@dvd/domain/ids";
import { actorCtx } from "../context.ts";
import { releaseDocument } from "../documents/release-document.ts";
import { isKnown, tagFor } from "./entity-tag.ts";
import { spend } from "../limits/spend.ts";
import type { HttpHandler } from "./respond.ts";

const path = /^\/api\/documents\/([^/]+)\/body$/;

/**
 * `GET /api/documents/:documentId/body`: the sealed bytes. Always a neutral type and an attachment, so that no browser
 * ever renders what somebody uploaded under our origin.
 */
export const downloadDocument: HttpHandler = async (ctx, request, response) => {
  const [, documentId = ""] = path.exec(request.url ?? "") ?? [];
  if (!uuidPattern.test(documentId)) throw new DomainError("request.unknown-path");
  if (!ctx.actor) throw new DomainError("auth.required");
  await spend(ctx, "download");

  // Checked above: the pattern is the one of an id.
  const released = await releaseDocument(actorCtx(ctx, ctx.actor), { documentId: documentId as DocumentId });
  const fixed = { etag: tagFor(ctx, ctx.actor, documentId, released.version), "cache-control": "no-store" };
  if (isKnown(request.headers["if-none-match"], fixed.etag)) {
    response.writeHead(304, fixed).end();
    return;
  }
  const body = await released.body();
  response.writeHead(200, {
    ...fixed,
    "content-type": "application/octet-stream",
    "content-length": released.bodyLength,
    "content-disposition": "attachment",
  });
  await pipeline(Readable.from(body), response);
};

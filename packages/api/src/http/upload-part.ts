import type { IncomingMessage, ServerResponse } from "node:http";
import { DomainError } from "@dvd/domain/errors";
import { type DocumentId, uuidPattern } from "@dvd/domain/ids";
import { actorCtx, type RequestContext } from "../context.ts";
import { receivePart } from "../documents/receive-part.ts";
import { spend } from "../limits/spend.ts";
import { atLeast, partRate, type Rate } from "./minimum-rate.ts";
import { type HttpHandler, sendJson } from "./respond.ts";

const path = /^\/api\/uploads\/([^/]+)\/parts\/(\d{1,4})$/;

/** `PUT /api/uploads/:documentId/parts/:number`: ciphertext, streamed through the frame check into the blob store. */
export const uploadPart: HttpHandler = (ctx, request, response) => takePart(ctx, request, response, partRate);

export async function takePart(
  ctx: RequestContext,
  request: IncomingMessage,
  response: ServerResponse,
  rate: Rate,
): Promise<void> {
  const [, documentId = "", part = ""] = path.exec(request.url ?? "") ?? [];
  if (!uuidPattern.test(documentId)) throw new DomainError("request.unknown-path");
  if (!ctx.actor) throw new DomainError("auth.required");
  await spend(ctx, "part");
  const size = Number(request.headers["content-length"]);
  if (!Number.isSafeInteger(size)) throw new DomainError("container.wrong-size");

  // Checked above: the pattern is the one of an id.
  const input = { documentId: documentId as DocumentId, part: Number(part), size };
  // Refused in the middle, the connection stays until the answer is out: see `sendError`.
  const body = atLeast(request.iterator({ destroyOnReturn: false }), rate);
  sendJson(response, 200, await receivePart(actorCtx(ctx, ctx.actor), input, body));
}

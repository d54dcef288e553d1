import type { IncomingMessage, ServerResponse } from "node:http";
import { noteRefusal } from "../audit/note-refusal.ts";
import type { RequestContext } from "../context.ts";
import { codeOf, envelopeOf } from "../errors.ts";
import { problemOf } from "../problem.ts";

/** A route outside of tRPC: bytes and streams, where a JSON call would hold everything in memory. */
export type HttpHandler = (ctx: RequestContext, request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function sendJson(response: ServerResponse, status: number, body: unknown) {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(text);
}

const refusedBodyMs = 2_000;

const brokenOff = /^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/;

/** Who hangs up in the middle is no failure of ours, and a log full of them would hide one. */
function hasLeft(request: IncomingMessage, response: ServerResponse, error: unknown) {
  const isGone = (request.destroyed && !request.complete) || (response.destroyed && !response.writableFinished);
  return isGone && error instanceof Error && "code" in error && brokenOff.test(String(error.code));
}

/** A problem with the same members as tRPC's error. After the head is out there is nothing left to say: the connection breaks off. */
export function sendError(
  ctx: RequestContext,
  route: string,
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
) {
  const code = codeOf(error);
  const isOver = hasLeft(request, response, error);
  const isFailure = code === "internal" || code === "service.unavailable";
  if (isFailure && !isOver) ctx.log.event("request.failed", { route, code, error });
  noteRefusal(ctx, route, code);
  if (isOver || response.headersSent) {
    response.destroy();
    return;
  }
  const envelope = envelopeOf(error, { correlationId: ctx.correlationId, at: ctx.now() });
  const { status, headers, text } = problemOf(envelope, request.headers["accept-language"]);
  if (!request.complete) hangUpGently(request, response);
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(text) }).end(text);
}

/**
 * The rest of a refused body is thrown away for a moment only: it could be two gigabytes. But closing at once with
 * bytes unread makes the kernel reset the connection, and a sender in full flow would lose the answer with it.
 */
function hangUpGently(request: IncomingMessage, response: ServerResponse) {
  const hangUp = setTimeout(() => request.destroy(), refusedBodyMs);
  const stay = () => clearTimeout(hangUp);
  request.once("end", stay);
  request.once("close", stay);
  response.once("finish", () => request.resume());
}

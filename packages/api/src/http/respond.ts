import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestContext } from "../context.ts";
import { codeOf, type ErrorEnvelope, statusOf } from "../errors.ts";

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

/** The same envelope as tRPC's. After the head is out there is nothing left to say: the connection breaks off. */
export function sendError(ctx: RequestContext, request: IncomingMessage, response: ServerResponse, error: unknown) {
  const code = codeOf(error);
  if (code === "internal") ctx.log.event("request.failed", { route: "http", error });
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const envelope: ErrorEnvelope = { code, correlationId: ctx.correlationId, at: ctx.now().toISOString() };
  // The rest of a refused body is not read: it could be two gigabytes.
  if (!request.complete) response.setHeader("connection", "close");
  sendJson(response, statusOf[code].http, { error: envelope });
}

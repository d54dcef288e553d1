import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { RequestContext } from "@dvd/api/context";
import { downloadDocument } from "@dvd/api/http/download-document";
import { type HttpHandler, sendError } from "@dvd/api/http/respond";
import { handleTrpc } from "@dvd/api/http/trpc-handler";
import { uploadPart } from "@dvd/api/http/upload-part";
import { handleRest } from "@dvd/api/rest/handler";
import { DomainError } from "@dvd/domain/errors";
import { getRequestListener } from "@hono/node-server";

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export type Routes = {
  contextOf: (request: IncomingMessage) => Promise<RequestContext>;
  live: HttpHandler;
  /** True when the path was one of the health checks. */
  health: (path: string, response: ServerResponse) => Promise<boolean>;
  pages: Listener;
  publicOrigin: string;
};

/** JSON calls are small: the largest is one sealed message. Documents come in parts, on a path of their own. */
const jsonLimitBytes = 600_000;
/** A sender who falls silent for this long is cut off; how long an upload takes in all is not limited. */
const silenceMs = 30_000;

/** One origin, one process: what is ours is answered here, everything else is a page and goes to Next. */
export function createHttpServer(routes: Routes) {
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 0, connectionsCheckingInterval: 5_000 });
  server.on("request", (request, response) => {
    answer(routes, request, response).catch(() => response.destroy());
  });
  return server;
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse) {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  if (await routes.health(path, response)) return;
  // next-auth lives among the pages and brings its own protection against foreign forms.
  if (!path.startsWith("/api/") || path.startsWith("/api/auth/")) {
    await routes.pages(request, response);
    return;
  }
  setApiHeaders(response);
  const ctx = await routes.contextOf(request);
  response.setHeader("x-correlation-id", ctx.correlationId);
  logWhenDone(ctx, path, request, response);
  try {
    refuseForeignOrigin(routes.publicOrigin, request);
    await handlerFor(routes, path)(ctx, request, response);
  } catch (error) {
    sendError(ctx, request, response, error);
  }
}

function handlerFor(routes: Routes, path: string): HttpHandler {
  if (path === "/api/live") return routes.live;
  if (path.startsWith("/api/uploads/")) return withSilenceLimit(uploadPart);
  if (path.startsWith("/api/documents/")) return downloadDocument;
  if (path.startsWith("/api/trpc/")) return jsonHandler(handleTrpc);
  if (path.startsWith("/api/v1/")) return jsonHandler(handleRest);
  throw new DomainError("request.unknown-path");
}

const jsonHandler =
  (handle: (request: Request, ctx: RequestContext) => Promise<Response> | Response): HttpHandler =>
  async (ctx, request, response) => {
    refuseLargeBody(request);
    await getRequestListener((webRequest) => handle(webRequest, ctx), { overrideGlobalObjects: false })(
      request,
      response,
    );
  };

const withSilenceLimit =
  (handle: HttpHandler): HttpHandler =>
  (ctx, request, response) => {
    request.setTimeout(silenceMs, () => request.destroy());
    return handle(ctx, request, response);
  };

/** The length must be said in advance, so that nothing is read of a body that is too long. */
function refuseLargeBody({ method, headers }: IncomingMessage) {
  if (method === "GET" || method === "HEAD") return;
  const length = Number(headers["content-length"]);
  if (!Number.isSafeInteger(length)) throw new DomainError("request.invalid");
  if (length > jsonLimitBytes) throw new DomainError("request.too-large");
}

/** A cookie rides along with whatever page makes the browser call us; the origin says which page that was. */
function refuseForeignOrigin(publicOrigin: string, { method, headers }: IncomingMessage) {
  if (method === "GET" || method === "HEAD") return;
  if (headers.origin !== publicOrigin) throw new DomainError("request.foreign-origin");
}

function setApiHeaders(response: ServerResponse) {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("cache-control", "no-store");
}

/** Ids in paths are replaced by their place: a route is a name, and a log is no index of documents. */
const routeOf = (path: string) =>
  path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
    .slice(1)
    .replaceAll(/[^\w.:-]/g, ".");

function logWhenDone(ctx: RequestContext, path: string, request: IncomingMessage, response: ServerResponse) {
  const start = performance.now();
  response.once("close", () =>
    ctx.log.event("http.request", {
      method: request.method ?? "",
      route: routeOf(path).slice(0, 80),
      status: response.statusCode,
      ms: performance.now() - start,
    }),
  );
}

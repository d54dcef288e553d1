import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { RequestContext } from "@dvd/api/context";
import { directoryFile } from "@dvd/api/http/directory-file";
import { downloadDocument } from "@dvd/api/http/download-document";
import { exportAudit } from "@dvd/api/http/export-audit";
import { type HttpHandler, sendError } from "@dvd/api/http/respond";
import { handleTrpc } from "@dvd/api/http/trpc-handler";
import { uploadPart } from "@dvd/api/http/upload-part";
import { spend } from "@dvd/api/limits/spend";
import { handleRest } from "@dvd/api/rest/handler";
import type { Actor } from "@dvd/domain/actor";
import { DomainError } from "@dvd/domain/errors";
import { getRequestListener } from "@hono/node-server";
import { answerBroken } from "./answer-broken.ts";
import { limitTime, refuseLargeBody } from "./body-limits.ts";
import { doorBudget } from "./door-budget.ts";
import { readJson } from "./read-json.ts";
import { dropClaims, refuseStrangeShape } from "./request-shape.ts";
import { headersFor } from "./response-headers.ts";
import { type Kind, kindOf } from "./routes.ts";
import { securityTxt } from "./security-txt.ts";
import { sendViewer } from "./viewer-page.ts";

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export type Routes = {
  /** Needs nothing that could fail: also a request that finds no database gets an answer and a line in the log. */
  newContext: (request: IncomingMessage) => Omit<RequestContext, "actor">;
  viewerOf: (request: IncomingMessage) => Promise<Actor | null>;
  auth: HttpHandler;
  live: HttpHandler;
  /** True when the path was one of the health checks. */
  health: (path: string, response: ServerResponse) => Promise<boolean>;
  pages: Listener;
  publicOrigin: string;
  /** Whom to tell of a weakness, if somebody is named. */
  securityContact?: string | undefined;
  /** Only pages in development change to another protocol: they reload over a socket. */
  upgrades?: boolean;
};

/** There is no limit for a request as a whole, because a live stream is one and lasts for hours. */
const edgeLimits = {
  connections: 20_000,
  /** Until the headers of a request have come to their end. */
  headersMs: 15_000,
  /** Whatever is no JSON call and no part: forms of the login, and pages. */
  page: { bytes: 16_384, ms: 15_000 },
  /** JSON calls: the largest is one sealed message. Documents come in parts, on a path of their own. */
  json: { bytes: 600_000, ms: 30_000 },
  /** For what the minimum rate of uploads does not see (`minimum-rate.ts`): a body that is no longer read. */
  partMs: 900_000,
  /** A sender who falls silent for this long is cut off. */
  silenceMs: 30_000,
  /** So is a reader who takes nothing for this long. */
  unreadMs: 60_000,
};
export type EdgeLimits = typeof edgeLimits;

const sendDirectory = directoryFile();

/** One origin, one process: what is ours is answered here, everything else is a page and goes to Next. */
export function createHttpServer(routes: Routes, limits: EdgeLimits = edgeLimits) {
  const { publicOrigin, upgrades = false } = routes;
  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: 0,
    // Refused by us, with our headers (`request-shape.ts`).
    requireHostHeader: false,
    connectionsCheckingInterval: Math.min(5_000, limits.headersMs),
    // Otherwise a request that wants to change the protocol would go past all that stands here.
    shouldUpgradeCallback: () => upgrades,
  });
  server.maxConnections = limits.connections;
  const latest = new WeakMap<Duplex, ServerResponse>();
  server.on("request", (request, response) => {
    latest.set(request.socket, response);
    answer(routes, limits, request, response).catch(() => response.destroy());
  });
  server.on("checkExpectation", (_, response) => {
    response.writeHead(417, headersFor(publicOrigin)).end();
  });
  server.on("clientError", (error, socket) => {
    const { headersSent, writableFinished } = latest.get(socket) ?? {};
    // In the middle of an answer another one would be read as a part of it.
    if (headersSent && !writableFinished) socket.destroy();
    else answerBroken(error, socket, publicOrigin);
  });
  return server;
}

async function answer(routes: Routes, limits: EdgeLimits, request: IncomingMessage, response: ServerResponse) {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const kind = kindOf(path);
  const ctx: RequestContext = { ...routes.newContext(request), actor: null };
  const headers = headersFor(routes.publicOrigin, { method: request.method ?? "", path });
  response.setHeaders(new Map(Object.entries(headers)));
  dropClaims(request, routes.publicOrigin);
  try {
    refuseStrangeShape(kind, request, routes.publicOrigin);
    limitConnection(kind, limits, request, response);
    if (kind === "health" && (await routes.health(path, response))) return;
    if (kind === "page" || kind === "health") return await routes.pages(request, response);
    response.setHeader("x-correlation-id", ctx.correlationId);
    logWhenDone(ctx, path, request, response);
    const budget = doorBudget(request.method, path);
    if (budget) await spend(ctx, budget);
    // Who logs in is nobody yet and comes back from a foreign page; each door of the login protects itself.
    if (kind === "auth") return await routes.auth(ctx, request, response);
    // Whoever asks for what is open to all is nobody in particular, so a foreign page may ask as well.
    if (kind === "open") return await handlerFor(routes, path)(ctx, request, response);
    refuseForeignPage(routes.publicOrigin, request);
    const actor = await routes.viewerOf(request);
    await handlerFor(routes, path)({ ...ctx, actor }, request, response);
  } catch (error) {
    sendError(ctx, request, response, error);
  }
}

function limitConnection(kind: Kind, limits: EdgeLimits, request: IncomingMessage, response: ServerResponse) {
  if (kind === "upload") {
    request.setTimeout(limits.silenceMs, () => request.destroy());
    limitTime(request, limits.partMs);
    return;
  }
  const body = kind === "json" || kind === "open" ? limits.json : limits.page;
  limitTime(request, body.ms);
  refuseLargeBody(request, body);
  if (kind !== "live") response.setTimeout(limits.unreadMs, () => response.destroy());
}

function handlerFor(routes: Routes, path: string): HttpHandler {
  if (path === "/api/live") return routes.live;
  if (path === "/api/viewer") return sendViewer;
  if (path === "/.well-known/security.txt") return securityTxt(routes);
  if (path.startsWith("/api/directory/")) return sendDirectory;
  if (path.startsWith("/api/uploads/")) return uploadPart;
  if (path.startsWith("/api/documents/")) return downloadDocument;
  if (path.startsWith("/api/audit/")) return exportAudit;
  if (path.startsWith("/api/trpc/")) return jsonHandler(handleTrpc);
  if (path.startsWith("/api/v1/")) return jsonHandler(handleRest);
  throw new DomainError("request.unknown-path");
}

const jsonHandler =
  (handle: (request: Request, ctx: RequestContext) => Promise<Response> | Response): HttpHandler =>
  async (ctx, request, response) => {
    await readJson(request);
    await getRequestListener((webRequest) => handle(webRequest, ctx), { overrideGlobalObjects: false })(
      request,
      response,
    );
  };

/** A cookie rides along with whatever page makes the browser call us; these headers say which page that was. */
function refuseForeignPage(publicOrigin: string, { method, headers }: IncomingMessage) {
  const isReading = method === "GET" || method === "HEAD";
  const isForeign = isReading ? headers["sec-fetch-site"] === "cross-site" : headers.origin !== publicOrigin;
  if (isForeign) throw new DomainError("request.foreign-origin");
}

/**
 * Ids in paths are replaced by their place: a route is a name, and a log is no index of documents. What is no name at all
 * is a stranger's, and is not repeated.
 */
const routeOf = (path: string) =>
  path
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id"))
    .map((part) => (/^[\w.,:-]*$/.test(part) ? part.replaceAll(",", ".") : ":other"))
    .join(".");

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

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { RequestContext } from "@dvd/api/context";
import { sendError } from "@dvd/api/http/respond";
import { spend } from "@dvd/api/limits/spend";
import type { Actor } from "@dvd/domain/actor";
import { DomainError } from "@dvd/domain/errors";
import { answerBroken } from "./answer-broken.ts";
import { limitTime, refuseLargeBody } from "./body-limits.ts";
import { isSignOfLife } from "./is-sign-of-life.ts";
import { readJson } from "./read-json.ts";
import { dropClaims, refuseStrangeShape } from "./request-shape.ts";
import { headersFor } from "./response-headers.ts";
import { nameOf } from "./route-names.ts";
import { type Answerers, bindRoutes, doorBudget, type Kind, pathOf } from "./routes.ts";

export type Edge = Answerers & {
  /** Needs nothing that could fail: also a request that finds no database gets an answer and a line in the log. */
  newContext: (request: IncomingMessage) => Omit<RequestContext, "actor">;
  /** `touch`: it is a sign of life, and the session goes on from now. */
  viewerOf: (request: IncomingMessage, about: { touch: boolean }) => Promise<Actor | null>;
  /** Only pages in development change to another protocol: they reload over a socket. */
  upgrades?: boolean;
};

/** There is no limit for a request as a whole, because a live stream is one and lasts for hours. */
export const edgeLimits = {
  connections: 20_000,
  /** Until the headers of a request have come to their end. */
  headersMs: 15_000,
  /** Whatever is no JSON call and no part: forms of the login, and pages. */
  page: { bytes: 16_384, ms: 15_000 },
  /** JSON calls: the largest is one sealed message. Documents come in parts, on a path of their own. */
  json: { bytes: 600_000, ms: 30_000 },
  /** For what the minimum rate of uploads does not see (`minimum-rate.ts`): a body that is no longer read. */
  partMs: 2_400_000,
  /** A sender who falls silent for this long is cut off. */
  silenceMs: 30_000,
  /** So is a reader who takes nothing for this long. */
  unreadMs: 60_000,
};
export type EdgeLimits = typeof edgeLimits;

/** One origin, one process: what is ours is answered here, everything else is a page and goes to Next. */
export function createHttpServer(edge: Edge, limits: EdgeLimits = edgeLimits) {
  const { publicOrigin, upgrades = false } = edge;
  const routeFor = bindRoutes(edge);
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
    answer(edge, routeFor(pathOf(request)), limits, request, response).catch(() => response.destroy());
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

type BoundRoute = ReturnType<ReturnType<typeof bindRoutes>>;

async function answer(
  edge: Edge,
  route: BoundRoute,
  limits: EdgeLimits,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { kind } = route;
  const path = pathOf(request);
  const name = nameOf(route, path);
  let ctx: RequestContext = { ...edge.newContext(request), actor: null };
  const headers = headersFor(edge.publicOrigin, { method: request.method ?? "", path });
  response.setHeaders(new Map(Object.entries(headers)));
  dropClaims(request, edge.publicOrigin);
  try {
    refuseStrangeShape(kind, request, edge.publicOrigin);
    limitConnection(kind, limits, request, response);
    if (!route.isUnlogged) {
      response.setHeader("x-correlation-id", ctx.correlationId);
      logWhenDone(ctx, name, request, response);
    }
    const budget = doorBudget(route, request.method);
    if (budget === undefined) throw new DomainError("request.unknown-path");
    if (budget) await spend(ctx, budget);
    const isForeign = !answersAnybody[kind] && isFromForeignPage(edge.publicOrigin, request);
    // Before its sender is looked up: whoever loses a right while the body is on its way no longer has it.
    if (takesJson(kind) && !isForeign) await readJson(request);
    if (answersAnybody[kind]) return await route.handle(ctx, request, response);
    const actor = await edge.viewerOf(request, { touch: !isForeign && isSignOfLife(request) });
    // Known also when the next line refuses: whose browser was made to call belongs into the audit.
    ctx = { ...ctx, actor };
    if (isForeign) {
      await spend(ctx, "refusal");
      throw new DomainError("request.foreign-origin");
    }
    await route.handle(ctx, request, response);
  } catch (error) {
    sendError(ctx, name, request, response, error);
  }
}

/**
 * Nobody is looked for in the cookie. A page asks for its visitor itself; who logs in is nobody yet, comes back from a
 * foreign page, and each door of the login protects itself; and what is open to all, a foreign page may ask for as well.
 */
const answersAnybody: Readonly<Record<Kind, boolean>> = {
  health: true,
  page: true,
  auth: true,
  open: true,
  upload: false,
  live: false,
  json: false,
};

const takesJson = (kind: Kind) => kind === "json" || kind === "open";

function limitConnection(kind: Kind, limits: EdgeLimits, request: IncomingMessage, response: ServerResponse) {
  if (kind === "upload") {
    request.setTimeout(limits.silenceMs, () => request.destroy());
    limitTime(request, limits.partMs);
    return;
  }
  const body = takesJson(kind) ? limits.json : limits.page;
  limitTime(request, body.ms);
  refuseLargeBody(request, body);
  if (kind !== "live") response.setTimeout(limits.unreadMs, () => response.destroy());
}

/** A cookie rides along with whatever page makes the browser call us; these headers say which page that was. */
function isFromForeignPage(publicOrigin: string, { method, headers }: IncomingMessage): boolean {
  const isReading = method === "GET" || method === "HEAD";
  return isReading ? headers["sec-fetch-site"] === "cross-site" : headers.origin !== publicOrigin;
}

function logWhenDone(ctx: RequestContext, route: string, request: IncomingMessage, response: ServerResponse) {
  const start = performance.now();
  response.once("close", () =>
    ctx.log.event("http.request", {
      method: request.method ?? "",
      route,
      status: response.statusCode,
      ms: performance.now() - start,
    }),
  );
}

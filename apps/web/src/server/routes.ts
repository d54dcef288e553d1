import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestContext } from "@dvd/api/context";
import { directoryFile } from "@dvd/api/http/directory-file";
import { downloadDocument } from "@dvd/api/http/download-document";
import { sendCheckpoints, sendRecords } from "@dvd/api/http/export-audit";
import type { HttpHandler } from "@dvd/api/http/respond";
import { handleTrpc } from "@dvd/api/http/trpc-handler";
import { uploadPart } from "@dvd/api/http/upload-part";
import { handleRest } from "@dvd/api/rest/handler";
import { DomainError } from "@dvd/domain/errors";
import type { BudgetName } from "@dvd/domain/limits/budgets";
import { getRequestListener } from "@hono/node-server";
import { pageLog } from "./page-failure.ts";
import { type SecurityContact, securityTxt } from "./security-txt.ts";
import { sendViewer } from "./viewer-page.ts";

/** What a request is, before anything of it is read: it decides about limits, headers, and whose cookie counts. */
export type Kind = "health" | "page" | "auth" | "upload" | "live" | "open" | "json";
type Method = "GET" | "HEAD" | "POST" | "PUT";

/** What answers and depends on how the process was started. */
export type Answerers = {
  pages: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
  health: (path: string, response: ServerResponse) => Promise<unknown>;
  auth: HttpHandler;
  live: HttpHandler;
  publicOrigin: string;
  /** Null while nobody is named. */
  security?: SecurityContact | null;
};

export type Route = {
  /** With a slash at the end, everything below it that no line above has taken. */
  path: string;
  kind: Kind;
  /**
   * Every other method is refused. The budget is what counts before anybody is known, and so on the address alone; null
   * where what is behind the door names its budget itself, or where requests are counted in front of us.
   */
  methods: Readonly<Partial<Record<Method, BudgetName | null>>>;
  /** Without a line in the log: what machines ask all day, and files that are the same for everybody. */
  isUnlogged?: true;
  handler: (by: Answerers) => HttpHandler;
};

const reading = { GET: null, HEAD: null };
const calling = { GET: null, HEAD: null, POST: null };
const open = { GET: "open", HEAD: "open" } as const;

const pages: Route["handler"] =
  ({ pages: show }) =>
  async (ctx, request, response) =>
    pageLog.run(ctx.log, async () => show(request, response));
const health: Route["handler"] =
  ({ health: tell }) =>
  async (_, request, response) => {
    await tell(pathOf(request), response);
  };

/** All the rest is Next's: pages, and what they load. */
const page: Route = { path: "/", kind: "page", methods: calling, handler: pages };

/**
 * Every address of this origin. The server answers by this table, the snapshot of headers (tests/e2e/headers.txt) has a
 * line for each, and who gets what answer is asked of each of them in tests/access-matrix.test.ts.
 */
export const routes: readonly Route[] = [
  { path: "/health", kind: "health", methods: reading, isUnlogged: true, handler: health },
  { path: "/healthz/live", kind: "health", methods: reading, isUnlogged: true, handler: health },
  { path: "/healthz/ready", kind: "health", methods: reading, isUnlogged: true, handler: health },
  { path: "/.well-known/security.txt", kind: "open", methods: open, handler: securityTxt },
  // The two steps of a login are dear: going to the identity provider, and coming back from it.
  { path: "/api/auth/signin/", kind: "auth", methods: { POST: "login" }, handler: ({ auth }) => auth },
  { path: "/api/auth/callback/", kind: "auth", methods: { GET: "login" }, handler: ({ auth }) => auth },
  { path: "/api/auth/", kind: "auth", methods: { GET: "open", POST: "logout" }, handler: ({ auth }) => auth },
  { path: "/api/uploads/", kind: "upload", methods: { PUT: null }, handler: () => uploadPart },
  { path: "/api/documents/", kind: "json", methods: { GET: null }, handler: () => downloadDocument },
  { path: "/api/live", kind: "live", methods: { GET: null }, handler: ({ live }) => live },
  { path: "/api/viewer", kind: "open", methods: open, handler: () => sendViewer },
  { path: "/api/directory/", kind: "open", methods: { GET: "open" }, handler: directoryFile },
  { path: "/api/audit/records", kind: "json", methods: { GET: null }, handler: () => sendRecords },
  { path: "/api/audit/checkpoints", kind: "json", methods: { GET: null }, handler: () => sendCheckpoints },
  { path: "/api/trpc/", kind: "json", methods: calling, handler: () => jsonHandler(handleTrpc) },
  { path: "/api/v1/", kind: "open", methods: calling, handler: () => jsonHandler(handleRest) },
  { path: "/api/", kind: "json", methods: {}, handler: () => refuse },
  // Next answers a form for a built file with a failure of its own.
  { path: "/_next/", kind: "page", methods: reading, isUnlogged: true, handler: pages },
  page,
];

export const pathOf = ({ url = "/" }: { url?: string | undefined }) => url.split("?", 1)[0] ?? "/";

/** The table as this process answers by it: for a path, the first line that fits. */
export function bindRoutes(by: Answerers) {
  const bound = routes.map((route) => ({ ...route, handle: route.handler(by) }));
  // What is no path at all is refused by its shape, before anything answers.
  const rest = { ...page, handle: page.handler(by) };
  return (path: string) => bound.find((route) => covers(route, path)) ?? rest;
}

export const covers = ({ path }: Route, asked: string) =>
  path.endsWith("/") ? asked.startsWith(path) : asked === path;

/** Undefined when the route knows no such method. */
export const doorBudget = ({ methods }: Route, method: string | undefined) =>
  Object.entries(methods).find(([known]) => known === method)?.[1];

const refuse: HttpHandler = async () => {
  throw new DomainError("request.unknown-path");
};

/** The body was read before anybody was looked for: see `http-server.ts`. */
function jsonHandler(handle: (request: Request, ctx: RequestContext) => Promise<Response> | Response): HttpHandler {
  return (ctx, request, response) =>
    getRequestListener((webRequest) => handle(webRequest, ctx), { overrideGlobalObjects: false })(request, response);
}

import { createServer, type IncomingMessage, type Server } from "node:http";
import type { RequestContext } from "../context.ts";
import { type HttpHandler, sendError } from "../http/respond.ts";

/** A real server on a free port of this machine. */
export async function listen(server: Server) {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** One handler behind a server, with refusals answered as the portal does. */
export const serve = (handle: HttpHandler, contextOf: (request: IncomingMessage) => RequestContext) =>
  listen(
    createServer((request, response) => {
      const ctx = contextOf(request);
      handle(ctx, request, response).catch((error: unknown) => sendError(ctx, "test", request, response, error));
    }),
  );

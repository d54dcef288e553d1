import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { RequestContext } from "../context.ts";
import { codeOf } from "../errors.ts";
import { appRouter } from "../root.ts";

/** The router as a fetch handler: mounted by the custom server, in front of Next. */
export const handleTrpc = (request: Request, ctx: RequestContext) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => ctx,
    onError: ({ error, path = "" }) => {
      const code = codeOf(error);
      if (code === "service.unavailable") ctx.log.event("request.failed", { route: path, code, error });
    },
    // A batch is one request to the limits of the edge, so its size is bounded here.
    maxBatchSize: 10,
  });

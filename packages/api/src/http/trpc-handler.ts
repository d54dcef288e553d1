import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { RequestContext } from "../context.ts";
import { appRouter } from "../root.ts";
import { withTag } from "./entity-tag.ts";
import { retryAfterHeader } from "./retry-after.ts";

/** The router as a fetch handler: mounted by the custom server, in front of Next. */
export const handleTrpc = async (request: Request, ctx: RequestContext) => {
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => ({ ...ctx, ...intentOf(request.headers) }),
    responseMeta: ({ errors }) => ({ headers: retryAfterHeader(errors) }),
    // A batch is one request to the limits of the edge, so its size is bounded here.
    maxBatchSize: 10,
  });
  return withTag(ctx, request, response);
};

/** What a client sends beside the input of a mutation. */
function intentOf(headers: Headers): Pick<RequestContext, "idempotencyKey" | "proof"> {
  const [idempotencyKey, proof] = [headers.get("idempotency-key"), headers.get("dvd-proof")];
  return { ...(idempotencyKey !== null && { idempotencyKey }), ...(proof !== null && { proof }) };
}

import { DomainError } from "@dvd/domain/errors";
import { createOpenApiFetchHandler } from "trpc-to-openapi";
import type { RequestContext } from "../context.ts";
import { envelopeOf } from "../errors.ts";
import { problemOf } from "../problem.ts";
import { appRouter } from "../root.ts";
import { openApiDocument } from "./openapi.ts";

const base = "/api/v1";

/** The same procedures as tRPC's, under the paths that their contracts name. */
export async function handleRest(request: Request, ctx: RequestContext): Promise<Response> {
  if (new URL(request.url).pathname === `${base}/openapi.json`) return Response.json(openApiDocument());
  let refusal: unknown;
  const response = await createOpenApiFetchHandler({
    endpoint: base,
    req: request,
    router: appRouter,
    createContext: () => ctx,
    responseMeta: ({ errors: [error] }) => {
      refusal = error;
      return {};
    },
  });
  if (response.ok) return response;
  const envelope = envelopeOf(refusal ?? refusedEarly(response.status), {
    correlationId: ctx.correlationId,
    at: ctx.now(),
  });
  const { status, headers, text } = problemOf(envelope, request.headers.get("accept-language"));
  return new Response(text, { status, headers });
}

/** What the library refuses before it has asked for a procedure. */
const refusedEarly = (status: number) =>
  new DomainError(status >= 500 ? "internal" : status === 404 ? "request.unknown-path" : "request.invalid");

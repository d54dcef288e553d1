import { type DomainErrorCode, isDomainErrorCode } from "@dvd/domain/errors";
import { createOpenApiFetchHandler } from "trpc-to-openapi";
import type { RequestContext } from "../context.ts";
import { codeOf, statusOf } from "../errors.ts";
import { retryAfterHeader } from "../http/retry-after.ts";
import { appRouter } from "../root.ts";
import { openApiDocument } from "./openapi.ts";

const base = "/api/v1";

/** The same procedures as tRPC's, under the paths that their contracts name. */
export function handleRest(request: Request, ctx: RequestContext): Promise<Response> | Response {
  if (new URL(request.url).pathname === `${base}/openapi.json`) return Response.json(openApiDocument());
  return createOpenApiFetchHandler({
    endpoint: base,
    req: request,
    router: appRouter,
    createContext: () => ctx,
    responseMeta: ({ errors }) =>
      errors[0] ? { status: statusOf[codeOf(errors[0])].http, headers: retryAfterHeader(errors) } : {},
  }).then((response) => (response.ok ? response : problem(response, ctx)));
}

/** RFC 9457: the type is our code, so that clients need not read sentences. */
async function problem(response: Response, ctx: RequestContext) {
  const body: unknown = await response.json().catch(() => null);
  const message = typeof body === "object" && body !== null && "message" in body ? body.message : null;
  const code = codeFor(message, response.status);
  return Response.json(
    {
      type: `/fehler/${code}`,
      title: code,
      status: statusOf[code].http,
      correlationId: ctx.correlationId,
      at: ctx.now().toISOString(),
    },
    { status: statusOf[code].http, headers: { "content-type": "application/problem+json", ...retryAfterIn(response) } },
  );
}

function retryAfterIn({ headers }: Response) {
  const retryAfter = headers.get("retry-after");
  return retryAfter === null ? {} : { "retry-after": retryAfter };
}

/** The message is our code, unless the library refused before a procedure was called. */
function codeFor(message: unknown, status: number): DomainErrorCode {
  if (isDomainErrorCode(message)) return message;
  if (status >= 500) return "internal";
  return status === 404 ? "request.unknown-path" : "request.invalid";
}

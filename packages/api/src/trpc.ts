import { isRefusedAccess } from "@dvd/domain/audit/refused-access";
import { DomainError } from "@dvd/domain/errors";
import { initTRPC, TRPCError } from "@trpc/server";
import { actorCtx, citizenCtx, officialCtx, type RequestContext } from "./context.ts";
import { codeOf, type ErrorEnvelope, statusOf } from "./errors.ts";

/** A procedure that is also served as REST says where (ADR 0005). */
type Meta = { openapi?: { method: "GET"; path: `/${string}`; summary: string; tags: string[]; protect: boolean } };

const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    // The message on the wire is the code, and nothing else: a message of zod or of the database holds values.
    errorFormatter: ({ shape, error, ctx }) => {
      const envelope: ErrorEnvelope = {
        code: codeOf(error),
        correlationId: ctx?.correlationId ?? "",
        at: (ctx?.now() ?? new Date()).toISOString(),
      };
      return {
        code: shape.code,
        message: envelope.code,
        data: { ...envelope, httpStatus: statusOf[envelope.code].http },
      };
    },
  });

/** Turns a refusal of the domain into the transport's error, and logs how each call went: name, outcome, duration. */
const observed = t.procedure.use(async ({ ctx, path, next }) => {
  const start = performance.now();
  const result = await next();
  const ms = performance.now() - start;
  if (result.ok) {
    ctx.log.event("trpc.call", { procedure: path, code: "ok", ms });
    return result;
  }
  const code = codeOf(result.error);
  ctx.log.event("trpc.call", { procedure: path, code, ms });
  if (ctx.actor && isRefusedAccess(code)) ctx.operations.note(ctx, { type: "access.refused", procedure: path, code });
  if (code === "internal" || code === "service.unavailable")
    ctx.log.event("request.failed", { route: path, code, error: result.error.cause ?? result.error });
  throw new TRPCError({ code: statusOf[code].trpc, message: code, cause: result.error.cause });
});

export const { router, createCallerFactory } = t;

/** For everybody, logged in or not. */
export const publicProcedure = observed;

const signedIn = observed.use(({ ctx, next }) => {
  if (!ctx.actor) throw new DomainError("auth.required");
  return next({ ctx: actorCtx(ctx, ctx.actor) });
});

/** For citizens and officials alike. */
export const actorProcedure = signedIn;

export const citizenProcedure = observed.use(({ ctx, next }) => {
  if (!ctx.actor) throw new DomainError("auth.required");
  if (ctx.actor.kind !== "citizen") throw new DomainError("auth.wrong-role");
  return next({ ctx: citizenCtx(ctx, ctx.actor) });
});

export const officialProcedure = observed.use(({ ctx, next }) => {
  if (!ctx.actor) throw new DomainError("auth.required");
  if (ctx.actor.kind !== "official") throw new DomainError("auth.wrong-role");
  return next({ ctx: officialCtx(ctx, ctx.actor) });
});

import { accountIdOf } from "@dvd/domain/actor";
import { DomainError } from "@dvd/domain/errors";
import type { BudgetName } from "@dvd/domain/limits/budgets";
import { initTRPC, TRPCError } from "@trpc/server";
import { whileAccountStands } from "./accounts/while-account-stands.ts";
import { noteRefusal } from "./audit/note-refusal.ts";
import { actorCtx, type Around, citizenCtx, officialCtx, type RequestContext } from "./context.ts";
import { codeOf, envelopeOf, statusOf } from "./errors.ts";
import { spend } from "./limits/spend.ts";
import { answerOnce, claimOf } from "./once/answer-once.ts";
import { requireProof } from "./proofs/require-proof.ts";

type Meta = {
  /** A procedure that is also served as REST says where (ADR 0005). */
  openapi?: { method: "GET"; path: `/${string}`; summary: string; tags: string[]; protect: boolean };
  /** Another budget than `read` for queries and `write` for mutations (ADR 0016). */
  budget?: BudgetName;
  /** Needs a proof of work made for this procedure. */
  proof?: true;
  /** Finds out by itself what is done already, and must see it anew: no answer is kept under a key. */
  again?: true;
  /** Ends the account, and so waits for everything else of it instead of holding it up. */
  endsAccount?: true;
};

const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    // The message on the wire is the code, and nothing else: a message of zod or of the database holds values.
    errorFormatter: ({ shape, error, ctx }) => {
      const envelope = envelopeOf(error, { correlationId: ctx?.correlationId ?? "", at: ctx?.now() ?? new Date() });
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
  noteRefusal(ctx, path, code);
  if (code === "internal" || code === "service.unavailable")
    ctx.log.event("request.failed", { route: path, code, error: result.error.cause ?? result.error });
  throw new TRPCError({ code: statusOf[code].trpc, message: code, cause: result.error.cause });
});

export const { router, createCallerFactory } = t;

/** Counted before anything else happens, so that no procedure can be without a budget. A batch counts call by call. */
const limited = observed.use(async ({ ctx, type, meta, next }) => {
  await spend(ctx, meta?.budget ?? (type === "query" ? "read" : "write"));
  return next();
});

/** For everybody, logged in or not. */
export const publicProcedure = limited;

/**
 * What stands around the act of a mutation: the account does not end meanwhile, the answer is kept, and only then a proof
 * of work is asked for.
 */
const guarded = limited.use(async ({ ctx, type, path, meta, getRawInput, next }) => {
  const { actor, idempotencyKey } = ctx;
  if (type !== "mutation" || !actor) return next();
  const around: Around[] = [];
  if (actor.kind === "citizen" && !meta?.endsAccount) around.push(whileAccountStands);
  if (idempotencyKey !== undefined && !meta?.again)
    around.push(answerOnce(claimOf(accountIdOf(actor), idempotencyKey, path, await getRawInput())));
  if (meta?.proof) around.push(requireProof(ctx, actor, path));
  return next({ ctx: { around } });
});

const signedIn = guarded.use(({ ctx, next }) => {
  if (!ctx.actor) throw new DomainError("auth.required");
  return next({ ctx: actorCtx(ctx, ctx.actor) });
});

/** For citizens and officials alike. */
export const actorProcedure = signedIn;

export const citizenProcedure = guarded.use(({ ctx, next }) => {
  if (!ctx.actor) throw new DomainError("auth.required");
  if (ctx.actor.kind !== "citizen") throw new DomainError("auth.wrong-role");
  return next({ ctx: citizenCtx(ctx, ctx.actor) });
});

export const officialProcedure = guarded.use(({ ctx, next }) => {
  if (!ctx.actor) throw new DomainError("auth.required");
  if (ctx.actor.kind !== "official") throw new DomainError("auth.wrong-role");
  return next({ ctx: officialCtx(ctx, ctx.actor) });
});

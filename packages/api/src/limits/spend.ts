import { type Asker, type BudgetName, budgets, budgetWindowMs, countersOf } from "@dvd/domain/limits/budgets";
import { DomainError } from "@dvd/domain/errors";
import type { RequestContext } from "../context.ts";

type Spender = Pick<RequestContext, "limiter" | "log"> & Omit<Asker, "tenantId">;

/** Counts one call on every counter of its budget. The first that is used up refuses it, before anything was done. */
export async function spend(ctx: Spender, name: BudgetName, about: Pick<Asker, "tenantId"> = {}) {
  const { actor, networks } = ctx;
  for (const { of, key, limit } of countersOf(name, { actor, networks, ...about })) {
    const verdict = await ctx.limiter.hit(key, { limit, windowMs: budgetWindowMs, alone: budgets[name].alone });
    if (verdict.allowed) continue;
    ctx.log.event("limit.reached", { budget: name, of });
    throw new DomainError("request.too-many", { retryAfterSeconds: Math.ceil(verdict.retryAfterMs / 1000) });
  }
}

import { listDeputyships as list } from "@dvd/db/repositories/deputyships";
import { germanDay } from "@dvd/domain/case/due-date";
import { runs } from "@dvd/domain/tenant/deputyship";
import { tenantCan } from "@dvd/domain/tenant/policy";
import type { OfficialCtx } from "../context.ts";

/** Those that run or are to come: one's own from both sides, for admins everybody's. What is over is in the audit. */
export const listDeputyships = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    const { tenantId, officialId: self, roles } = ctx.actor;
    const rows = await list(tx, tenantId, germanDay(ctx.now()), roles.includes("admin") ? "all" : self);
    const relationOf = (officialId: string, deputyId: string) => {
      if (officialId === self) return "mine" as const;
      return deputyId === self ? ("for-other" as const) : ("other" as const);
    };
    const deputyships = rows.map(({ id, officialId, deputyId, ...row }) => ({
      ...row,
      deputyshipId: id,
      relation: relationOf(officialId, deputyId),
      isRunning: runs(row, ctx.now()),
      mayEnd: tenantCan("endDeputyship", ctx.actor, { officialId }) === true,
    }));
    return { deputyships };
  });

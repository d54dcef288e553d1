import { listCollectorTokens } from "@dvd/db/repositories/collectors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import type { OfficialCtx } from "../context.ts";

/** All of the authority's, whoever made them: each auditor answers for who else reads the log. */
export const listTokens = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("keepCollectors", ctx.actor));
    const rows = await listCollectorTokens(tx, ctx.actor.tenantId);
    const tokens = rows.map(({ createdAt, expiresAt, ...row }) => ({
      ...row,
      madeAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isExpired: expiresAt <= ctx.now(),
    }));
    return { tokens };
  });

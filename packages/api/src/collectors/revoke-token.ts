import { revokeCollectorToken } from "@dvd/db/repositories/collectors";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import type { RevokeToken } from "./collector.contract.ts";

/** No fresh login is asked for: who notices that a token got out must be quick, and this gives nobody anything. */
export const revokeToken = (ctx: OfficialCtx, { tokenId }: RevokeToken) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("keepCollectors", ctx.actor));
    const { tenantId } = ctx.actor;
    if (!(await revokeCollectorToken(tx, tenantId, tokenId, ctx.now()))) throw new DomainError("collector.not-open");
    await record(ctx, tx, tenantId, { type: "collector.revoked", tokenId });
    return { tokenId };
  });

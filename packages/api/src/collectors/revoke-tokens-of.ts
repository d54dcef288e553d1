import { revokeCollectorTokensBy } from "@dvd/db/repositories/collectors";
import type { TenantTx } from "@dvd/db/tenant";
import type { TenantRole } from "@dvd/domain/actor";
import type { OfficialId } from "@dvd/domain/ids";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";

/** With the task end the tokens that were made in it: whoever made one may have kept it. */
export async function revokeTokensOf(ctx: OfficialCtx, tx: TenantTx, officialId: OfficialId, taken: TenantRole) {
  if (taken !== "auditor") return;
  const { tenantId } = ctx.actor;
  for (const { tokenId } of await revokeCollectorTokensBy(tx, tenantId, officialId, ctx.now()))
    await record(ctx, tx, tenantId, { type: "collector.revoked", tokenId });
}

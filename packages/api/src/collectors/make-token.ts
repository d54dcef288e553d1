import { addCollectorToken, countCollectorTokens } from "@dvd/db/repositories/collectors";
import { holdRoles, listRoles } from "@dvd/db/repositories/members";
import { DomainError } from "@dvd/domain/errors";
import type { CollectorTokenId } from "@dvd/domain/ids";
import { mostCollectorTokens } from "@dvd/domain/tenant/collector";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import { newId, type OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import type { MakeToken } from "./collector.contract.ts";
import { collectorTokenHash, newCollectorToken, tailOf } from "./collector-token.ts";

/** For a machine that reads what its maker may read. Only the hash is kept, so it cannot be shown again. */
export const makeToken = (ctx: OfficialCtx, { days }: MakeToken) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("keepCollectors", ctx.actor));
    assertFreshLogin(ctx, "collector.make");
    const { tenantId, officialId } = ctx.actor;
    // Whoever takes the task from them meanwhile waits, and revokes this one with the others; unless they came first.
    await holdRoles(tx, tenantId);
    const roles = (await listRoles(tx, tenantId)).flatMap((held) =>
      held.officialId === officialId ? [held.role] : [],
    );
    assertCan(tenantCan("keepCollectors", { ...ctx.actor, roles }));
    const now = ctx.now();
    if ((await countCollectorTokens(tx, tenantId, now)) >= mostCollectorTokens)
      throw new DomainError("collector.too-many");

    const tokenId = newId<CollectorTokenId>(ctx);
    const token = newCollectorToken(ctx.randomBytes);
    const tail = tailOf(token);
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    const times = { createdAt: now, expiresAt };
    await addCollectorToken(tx, {
      id: tokenId,
      tenantId,
      ...times,
      tokenHash: collectorTokenHash(token),
      tail,
      createdBy: officialId,
    });
    await record(ctx, tx, tenantId, { type: "collector.made", tokenId, days });
    return { tokenId, token, tail, expiresAt: expiresAt.toISOString() };
  });

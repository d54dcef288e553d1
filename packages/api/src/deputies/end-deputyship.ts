import { findDeputyship, removeDeputyship } from "@dvd/db/repositories/deputyships";
import { ringFor } from "@dvd/db/repositories/members";
import { takeTurn } from "@dvd/db/repositories/turns";
import { DomainError } from "@dvd/domain/errors";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import type { EndDeputyship } from "./deputies.contract.ts";

/** By whoever is represented or by an admin, at any moment and without a fresh login: this has to be quick. */
export const endDeputyship = (ctx: OfficialCtx, { deputyshipId }: EndDeputyship) =>
  ctx.transact(async (tx) => {
    const { tenantId } = ctx.actor;
    const found = await findDeputyship(tx, tenantId, deputyshipId);
    if (!found) throw new DomainError("deputy.not-found");
    assertCan(tenantCan("endDeputyship", ctx.actor, found));
    await takeTurn(tx, "deputyship", found.officialId);
    if (!(await removeDeputyship(tx, deputyshipId))) throw new DomainError("deputy.not-found");
    const { officialId: formerId, deputyId } = found;
    await record(ctx, tx, tenantId, { type: "deputy.ended", formerId, deputyId });
    await ringFor(tx, deputyId);
    return { deputyshipId };
  });

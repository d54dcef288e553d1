import { addDeputyship, forgetOver, listDeputyships } from "@dvd/db/repositories/deputyships";
import { isMember, listSeedsOf, ringFor } from "@dvd/db/repositories/members";
import { holdUnit, takeTurn } from "@dvd/db/repositories/turns";
import type { TenantTx } from "@dvd/db/tenant";
import { germanDay } from "@dvd/domain/case/due-date";
import { DomainError } from "@dvd/domain/errors";
import type { DeputyshipId, OfficialId } from "@dvd/domain/ids";
import { areDeputyDays, overlap } from "@dvd/domain/tenant/deputyship";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { newestHolders } from "@dvd/domain/tenant/key-holders";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import { newId, type OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import type { NameDeputy } from "./deputies.contract.ts";

/**
 * From the first day to the last one this colleague may do in the cases of whoever names them what they may (`caseCan`).
 * They read with the unit's key, which they have already: no key is passed on here.
 */
export const nameDeputy = (ctx: OfficialCtx, { deputyId, ...days }: NameDeputy) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("nameDeputy", ctx.actor, { officialId: deputyId }));
    assertFreshLogin(ctx, "deputy.name");
    if (!areDeputyDays(days, ctx.now())) throw new DomainError("deputy.days");
    if (!(await canReadBeside(ctx, tx, deputyId))) throw new DomainError("deputy.cannot-read");
    const { tenantId, officialId } = ctx.actor;
    const today = germanDay(ctx.now());
    await takeTurn(tx, "deputyship", officialId);
    await forgetOver(tx, tenantId, officialId, today);
    const others = await listDeputyships(tx, tenantId, today, officialId);
    if (others.some((other) => other.officialId === officialId && overlap(other, days)))
      throw new DomainError("deputy.overlap");

    const id = newId<DeputyshipId>(ctx);
    await addDeputyship(tx, { id, tenantId, officialId, deputyId, ...days });
    await record(ctx, tx, tenantId, { type: "deputy.named", deputyId, ...days });
    await ringFor(tx, deputyId);
    return { deputyshipId: id };
  });

/**
 * In a unit of whoever names them, which neither leaves from here on: whoever ends what they share would not see this one.
 * A deputy who cannot open the cases would be none.
 */
async function canReadBeside({ actor }: OfficialCtx, tx: TenantTx, deputyId: OfficialId) {
  const { tenantId, officialId: self } = actor;
  for (const unitId of actor.unitIds.toSorted()) {
    await holdUnit(tx, unitId, "stay");
    if (!(await isMember(tx, { tenantId, unitId, officialId: self }))) continue;
    const held = await listSeedsOf(tx, tenantId, unitId);
    if (newestHolders(held).some(({ officialId }) => officialId === deputyId)) return true;
  }
  return false;
}

import { addDeputyship, forgetOver, listDeputyships } from "@dvd/db/repositories/deputyships";
import { listMemberships, listSeedsOf, ringFor } from "@dvd/db/repositories/members";
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
import { findSignedDeputy } from "./find-signed-deputy.ts";
import type { NameDeputy } from "./deputies.contract.ts";

/**
 * From the first day to the last one this colleague may do in the cases of whoever names them what they may (`caseCan`).
 * In a unit that both share they read with its key, which they have already; into others each case is handed to them (`entrustCase`).
 */
export const nameDeputy = (ctx: OfficialCtx, { deputyId, ...days }: NameDeputy) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("nameDeputy", ctx.actor, { officialId: deputyId }));
    assertFreshLogin(ctx, "deputy.name");
    if (!areDeputyDays(days, ctx.now())) throw new DomainError("deputy.days");
    if (!(await canStandIn(ctx, tx, deputyId))) throw new DomainError("deputy.cannot-read");
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
 * Who has the key of a unit that both are in, or whose word is believed in a unit of their own. Neither of the two leaves
 * any of their units from here on: whoever ends what they have together would not see this one.
 */
async function canStandIn({ actor }: OfficialCtx, tx: TenantTx, deputyId: OfficialId) {
  const { tenantId, officialId: self } = actor;
  const unitsOf = async (officialId: OfficialId) =>
    (await listMemberships(tx, tenantId)).filter((one) => one.officialId === officialId).map(({ unitId }) => unitId);
  const all = new Set([...actor.unitIds, ...(await unitsOf(deputyId))]);
  for (const unitId of [...all].toSorted()) await holdUnit(tx, unitId, "stay");
  const [own, theirs] = [await unitsOf(self), await unitsOf(deputyId)];
  if (own.length === 0) return false;
  for (const unitId of own.filter((id) => theirs.includes(id))) {
    const held = await listSeedsOf(tx, tenantId, unitId);
    if (newestHolders(held).some(({ officialId }) => officialId === deputyId)) return true;
  }
  return theirs.some((id) => !own.includes(id)) && (await findSignedDeputy(tx, tenantId, deputyId)) !== null;
}

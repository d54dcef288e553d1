import { tenantCan } from "@dvd/domain/tenant/policy";
import { assertCan } from "@dvd/domain/verdict";
import type { OfficialCtx } from "../context.ts";
import { describeUnits } from "../members/describe-units.ts";

/** Colleagues of other units of the authority whose word is believed in theirs: they could stand in as well. */
export const listCandidates = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("entrustCases", ctx.actor));
    const { tenantId, unitIds, officialId: self } = ctx.actor;
    const others = (await describeUnits(tx, tenantId)).filter(({ unitId }) => !unitIds.includes(unitId));
    const units = others.map(({ unitId, name, members }) => {
      const signed = members.filter(({ officialId, isSigned }) => isSigned && officialId !== self);
      return { unitId, name, colleagues: signed.map(({ officialId, postSign }) => ({ officialId, postSign })) };
    });
    return { units: units.filter(({ colleagues }) => colleagues.length > 0) };
  });

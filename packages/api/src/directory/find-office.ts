import { getOfficeNames } from "@dvd/db/repositories/directory";
import { readPublic } from "@dvd/db/tenant";
import type { Deps } from "../context.ts";
import { decideRoute } from "./decide-route.ts";
import type { FindOffice } from "./find-office.contract.ts";

export const findOffice = (ctx: Deps, input: FindOffice) =>
  readPublic(ctx.db, async (tx) => {
    const decided = await decideRoute(ctx, tx, input);
    const { tenantId, unitId, ruleId, version: rulesVersion, reason, ars, isClearing } = decided;
    const names = await getOfficeNames(tx, unitId);
    return { ...names, tenantId, unitId, ruleId, rulesVersion, reason, ars, isClearing };
  });

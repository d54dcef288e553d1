import { getOfficeNames } from "@dvd/db/repositories/directory";
import { readPublic } from "@dvd/db/tenant";
import type { Deps } from "../context.ts";
import { decideRoute } from "./decide-route.ts";
import type { FindOffice } from "./find-office.contract.ts";

export const findOffice = (ctx: Deps, input: FindOffice) =>
  readPublic(ctx.db, async (tx) => {
    const { tenantId, unitId, ruleId, version: rulesVersion, reason, isClearing } = await decideRoute(ctx, tx, input);
    const names = await getOfficeNames(tx, unitId);
    return { ...names, tenantId, unitId, ruleId, rulesVersion, reason, isClearing };
  });

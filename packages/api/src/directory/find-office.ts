import { getOfficeNames, getService, listPublishedRules } from "@dvd/db/repositories/directory";
import { type AnyTx, readPublic } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import { route } from "@dvd/domain/routing/route";
import type { Deps } from "../context.ts";
import type { FindOffice } from "./find-office.contract.ts";

/** The published rules decide, from plaintext metadata alone. */
export async function decideRoute(ctx: Deps, tx: AnyTx, { serviceKey, postalCode }: FindOffice) {
  await getService(tx, serviceKey);
  const decision = route(await listPublishedRules(tx), { serviceKey, postalCode }, ctx.now());
  if (!decision) throw new DomainError("routing.no-office");
  return decision;
}

export const findOffice = (ctx: Deps, input: FindOffice) =>
  readPublic(ctx.db, async (tx) => {
    const decision = await decideRoute(ctx, tx, input);
    const names = await getOfficeNames(tx, decision.unitId);
    return {
      ...names,
      tenantId: decision.tenantId,
      unitId: decision.unitId,
      ruleId: decision.ruleId,
      rulesVersion: decision.version,
    };
  });

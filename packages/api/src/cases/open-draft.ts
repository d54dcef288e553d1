import { getAccount } from "@dvd/db/repositories/accounts";
import { addGrants } from "@dvd/db/repositories/case-grants";
import { countDrafts, insertDraft } from "@dvd/db/repositories/cases";
import { getService } from "@dvd/db/repositories/directory";
import { takeTurn } from "@dvd/db/repositories/turns";
import { reaches } from "@dvd/domain/assurance";
import { limits } from "@dvd/domain/document/limits";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import { type CitizenCtx, newId } from "../context.ts";
import { decideRoute } from "../directory/decide-route.ts";
import { spend } from "../limits/spend.ts";
import { checkCaseGrants } from "./check-case-grants.ts";
import { currentUnitKeyId } from "./current-unit-key.ts";
import type { OpenDraft } from "./open-draft.contract.ts";

/**
 * The door to a case: the rules name the unit, and the case key must be sealed for exactly that unit's current key and
 * for the citizen. Sealed for anybody else it is refused here, before a byte of content exists.
 */
export const openDraft = (ctx: CitizenCtx, input: OpenDraft) =>
  ctx.transact(async (tx) => {
    const { citizenId, assurance } = ctx.actor;
    const account = await getAccount(tx, citizenId);
    const { needsLevel } = await getService(tx, input.serviceKey);
    if (!reaches(assurance, needsLevel)) throw new DomainError("auth.assurance-too-low");
    await takeTurn(tx, "case", citizenId);
    if ((await countDrafts(tx, citizenId)) >= limits.openDraftsPerCitizen)
      throw new DomainError("case.too-many-drafts");
    const routing = await decideRoute(ctx, tx, input);
    const { tenantId, unitId } = routing;
    await spend(ctx, "draft", { tenantId });
    const grants = await checkCaseGrants(input, account, [
      { role: "citizen", keyId: account.kemKeyId },
      { role: "unit", keyId: await currentUnitKeyId(tx, tenantId, unitId) },
    ]);

    const { caseId: id, serviceKey, postalCode, scopeId } = input;
    const draft = await insertDraft(
      tx,
      { id, tenantId, unitId, citizenId, serviceKey, postalCode, scopeId, routing },
      ctx.now(),
    );
    await addGrants(
      tx,
      draft,
      grants.map((grant) => ({ id: newId(ctx), ...grant })),
    );

    await record(ctx, tx, tenantId, {
      type: "case.drafted",
      caseId: id,
      unitId,
      ruleId: routing.ruleId,
      rulesVersion: routing.version,
    });
    const expiry = new Date(ctx.now().getTime() + limits.draftDays * 86_400_000);
    await ctx.jobs.enqueue(tx, "expire-draft", { correlationId: ctx.correlationId, citizenId, caseId: id }, expiry);
    return { caseId: id, tenantId, unitId };
  });

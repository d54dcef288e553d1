import { createHash } from "node:crypto";
import { listPlaces, listPublishedRules, listServices } from "@dvd/db/repositories/directory";
import { addRuleSet, newestRulesVersion } from "@dvd/db/repositories/founding";
import { listUnits } from "@dvd/db/repositories/members";
import { holdUnit } from "@dvd/db/repositories/turns";
import { readPublic, type TenantTx, withTenant } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import { examineRules } from "@dvd/domain/routing/examine-rules";
import { checkRules, type RoutingRule } from "@dvd/domain/routing/rule";
import { newId } from "../context.ts";
import { signedUnits } from "../members/signed-units.ts";
import type { FoundingDeps } from "./publish-statement.ts";

/**
 * An authority's rules from now on, as a new version; running cases keep the one they began with. Rules that could not
 * be applied are refused. Gaps and overlaps are not: they can be meant, so whoever publishes gets to read them.
 */
export async function publishRules(deps: FoundingDeps, tenantId: TenantId, rules: readonly RoutingRule[]) {
  const version = await withTenant(deps.db, { tenantId }, async (tx) => {
    const keys = (await listServices(tx)).map(({ key }) => key);
    const problems = [...checkRules(rules, new Set(keys)), ...(await checkUnits(tx, tenantId, rules))];
    if (problems.length > 0) throw new Error(`these rules cannot be published: ${problems.join("; ")}`);

    const next = (await newestRulesVersion(tx, tenantId)) + 1;
    const hash = new Uint8Array(createHash("sha256").update(JSON.stringify(rules)).digest());
    await addRuleSet(tx, { id: newId(deps), tenantId, version: next, rules, publishedAt: deps.now(), hash });
    return next;
  });
  return { version, findings: await examinePublished(deps) };
}

/**
 * A rule leads people only to where something can be sealed for: an open unit whose key the authority has signed. Nobody
 * closes one of them until these rules are published, and then they are in the way.
 */
async function checkUnits(tx: TenantTx, tenantId: TenantId, rules: readonly RoutingRule[]) {
  // In the order in which whoever holds several units takes them.
  for (const unitId of [...new Set(rules.map((rule) => rule.unitId))].toSorted()) await holdUnit(tx, unitId, "stay");
  const units = await listUnits(tx, tenantId);
  const signedOf = await signedUnits(tx, tenantId);
  const problemOf = ({ unitId }: RoutingRule) => {
    const unit = units.find((one) => one.unitId === unitId);
    if (!unit) return "this authority has no such unit";
    if (unit.closedAt) return `${unit.name} is closed`;
    return signedOf(unitId).epoch === null ? `${unit.name} has no signed key yet` : null;
  };
  return rules.flatMap((rule) => {
    const problem = problemOf(rule);
    return problem ? [`${rule.id}: ${problem}`] : [];
  });
}

/** Gaps and overlaps of everything that is published, across authorities: a neighbour's rule can make either. */
export const examinePublished = (deps: FoundingDeps) =>
  readPublic(deps.db, async (tx) => {
    const services = await listServices(tx);
    const serviceKeys = services.map(({ key }) => key);
    return examineRules(
      { published: await listPublishedRules(tx), places: await listPlaces(tx), serviceKeys },
      deps.now(),
    );
  });

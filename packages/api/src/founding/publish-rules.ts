import { createHash } from "node:crypto";
import { listPlaces, listPublishedRules, listServices } from "@dvd/db/repositories/directory";
import { addRuleSet, newestRulesVersion } from "@dvd/db/repositories/founding";
import { readPublic } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import { examineRules } from "@dvd/domain/routing/examine-rules";
import { checkRules, type RoutingRule } from "@dvd/domain/routing/rule";
import { newId } from "../context.ts";
import type { FoundingDeps } from "./publish-statement.ts";

/**
 * An authority's rules from now on, as a new version; running cases keep the one they began with. Rules that could not
 * be applied are refused. Gaps and overlaps are not: they can be meant, so whoever publishes gets to read them.
 */
export async function publishRules(deps: FoundingDeps, tenantId: TenantId, rules: readonly RoutingRule[]) {
  const keys = await readPublic(deps.db, async (tx) => (await listServices(tx)).map(({ key }) => key));
  const problems = checkRules(rules, new Set(keys));
  if (problems.length > 0) throw new Error(`these rules cannot be published: ${problems.join("; ")}`);

  const version = (await newestRulesVersion(deps.db, tenantId)) + 1;
  const hash = new Uint8Array(createHash("sha256").update(JSON.stringify(rules)).digest());
  await addRuleSet(deps.db, { id: newId(deps), tenantId, version, rules, publishedAt: deps.now(), hash });
  return { version, findings: await examinePublished(deps) };
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

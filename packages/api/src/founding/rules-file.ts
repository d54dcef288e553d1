import { listPublishedRules } from "@dvd/db/repositories/directory";
import { listUnits } from "@dvd/db/repositories/members";
import { withTenant } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import type { RoutingRule } from "@dvd/domain/routing/rule";
import { z } from "zod";
import { publishRules } from "./publish-rules.ts";
import type { FoundingDeps } from "./publish-statement.ts";

const rule = z.strictObject({
  id: z.string().min(1),
  /** The unit by its name, which an authority has once. */
  unit: z.string(),
  services: z.array(z.string()).exactOptional(),
  ars: z.array(z.string()).exactOptional(),
  postalCodes: z.array(z.strictObject({ from: z.string(), to: z.string() })).exactOptional(),
  validFrom: z.iso.date().exactOptional(),
  validTo: z.iso.date().exactOptional(),
  reason: z.string(),
});
/** The rules of an authority as people write them: all of them, every time. */
const rulesFile = z.array(rule);
type WrittenRule = z.output<typeof rule>;

/** What counts now, to be changed and handed in again. */
export const writeRules = (deps: FoundingDeps, tenantId: TenantId): Promise<WrittenRule[]> =>
  withTenant(deps.db, { tenantId }, async (tx) => {
    const names = new Map((await listUnits(tx, tenantId)).map(({ unitId, name }) => [unitId, name]));
    const published = (await listPublishedRules(tx)).find((one) => one.tenantId === tenantId);
    return rulesFile.parse(published?.rules.map(({ unitId, ...rest }) => ({ ...rest, unit: names.get(unitId) })) ?? []);
  });

export async function publishRulesFile(deps: FoundingDeps, tenantId: TenantId, content: unknown) {
  const written = rulesFile.parse(content);
  const units = await withTenant(deps.db, { tenantId }, (tx) => listUnits(tx, tenantId));
  const rules = written.map(({ unit, ...rest }): RoutingRule => {
    const named = units.find(({ name }) => name === unit);
    if (!named) throw new Error(`${rest.id}: this authority has no unit ${unit}`);
    return { ...rest, unitId: named.unitId };
  });
  return publishRules(deps, tenantId, rules);
}

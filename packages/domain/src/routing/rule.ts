import type { TenantId, UnitId } from "../ids.ts";

/** Inclusive, of five-digit codes. */
export type PostalRange = { from: string; to: string };

export type RoutingRule = {
  id: string;
  unitId: UnitId;
  /** Missing means "any service": the clearing unit of an authority, for what no other rule takes. */
  services?: readonly string[];
  /** Beginnings of official municipality numbers: "98002" is a district, twelve digits are one municipality. */
  ars?: readonly string[];
  postalCodes?: readonly PostalRange[];
  /** First and last day, both included. */
  validFrom?: string;
  validTo?: string;
  /** Why this rule exists, for people who read the explanation. */
  reason: string;
};

export type PublishedRules = {
  tenantId: TenantId;
  version: number;
  rules: readonly RoutingRule[];
};

/** Sentences for whoever publishes rules; empty when each of them can be applied. */
export function checkRules(rules: readonly Omit<RoutingRule, "unitId">[], serviceKeys: ReadonlySet<string>): string[] {
  const ids = rules.map(({ id }) => id);
  return rules.flatMap((rule, index) => {
    const problems: string[] = [];
    if (ids.indexOf(rule.id) !== index) problems.push("another rule has the same id");
    if (rule.reason.trim() === "") problems.push("a reason is missing");
    // A rule for the whole country would swallow what belongs to every other authority.
    if (!rule.ars?.length && !rule.postalCodes?.length) problems.push("it names no place");
    for (const prefix of rule.ars ?? [])
      if (!/^\d{2,12}$/.test(prefix)) problems.push(`${prefix} begins no municipality number`);
    for (const { from, to } of rule.postalCodes ?? [])
      if (!/^\d{5}$/.test(from) || !/^\d{5}$/.test(to) || from > to) problems.push(`${from} to ${to} is no range`);
    for (const key of rule.services ?? [])
      if (!serviceKeys.has(key)) problems.push(`the catalogue has no service ${key}`);
    if (rule.services?.length === 0) problems.push("it names no service; leave the list out for any");
    if (rule.validFrom && rule.validTo && rule.validFrom > rule.validTo) problems.push("it ends before it begins");
    return problems.map((problem) => `${rule.id}: ${problem}`);
  });
}

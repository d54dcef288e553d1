import type { TenantId, UnitId } from "../ids.ts";

/** All that routing may look at: plaintext metadata, never content. */
export type RoutingFacts = {
  serviceKey: string;
  postalCode: string;
};

export type RoutingRule = {
  id: string;
  unitId: UnitId;
  /** Missing means "any service": the clearing rule of an authority. */
  services?: readonly string[];
  /** Inclusive ranges of five-digit codes. */
  postalCodes: readonly { from: string; to: string }[];
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

export type RoutingStep = {
  ruleId: string;
  outcome: "chosen" | "matched" | "other-service" | "other-place" | "not-valid";
};

export type RoutingDecision = {
  tenantId: TenantId;
  unitId: UnitId;
  ruleId: string;
  version: number;
  trace: readonly RoutingStep[];
};

const width = (rule: RoutingRule, postalCode: string) =>
  Math.min(
    ...rule.postalCodes
      .filter((range) => range.from <= postalCode && postalCode <= range.to)
      .map((range) => Number(range.to) - Number(range.from)),
  );

function judge(rule: RoutingRule, facts: RoutingFacts, at: Date): RoutingStep["outcome"] {
  const day = at.toISOString().slice(0, 10);
  if ((rule.validFrom && day < rule.validFrom) || (rule.validTo && day > rule.validTo)) return "not-valid";
  if (rule.services && !rule.services.includes(facts.serviceKey)) return "other-service";
  return Number.isFinite(width(rule, facts.postalCode)) ? "matched" : "other-place";
}

/**
 * Chooses authority and unit. A rule that names the service beats one that takes any, a narrower range of postal codes
 * beats a wider one, and among equals the order of the published list decides: authorities by id, rules as written.
 * Returns null where nobody is responsible; the same function serves the server, a simulation and a preview.
 */
export function route(published: readonly PublishedRules[], facts: RoutingFacts, at: Date): RoutingDecision | null {
  const judged = published
    .toSorted((a, b) => (a.tenantId < b.tenantId ? -1 : 1))
    .flatMap((set) => set.rules.map((rule) => ({ set, rule, outcome: judge(rule, facts, at) })));

  const best = judged
    .filter(({ outcome }) => outcome === "matched")
    .toSorted(
      (a, b) =>
        Number(!a.rule.services) - Number(!b.rule.services) ||
        width(a.rule, facts.postalCode) - width(b.rule, facts.postalCode),
    )
    .at(0);
  if (!best) return null;

  return {
    tenantId: best.set.tenantId,
    unitId: best.rule.unitId,
    ruleId: best.rule.id,
    version: best.set.version,
    trace: judged.map(({ rule, outcome }) => ({ ruleId: rule.id, outcome: rule === best.rule ? "chosen" : outcome })),
  };
}

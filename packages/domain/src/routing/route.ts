import type { TenantId, UnitId } from "../ids.ts";
import type { WherePlace } from "./place.ts";
import type { PublishedRules, RoutingRule } from "./rule.ts";

/** All that routing may look at: plaintext metadata, never content. */
export type RoutingFacts = WherePlace & { serviceKey: string };

/** A rule that fits service, place and day. */
export type Candidate = {
  tenantId: TenantId;
  version: number;
  rule: RoutingRule;
  /** Digits of the municipality number that the rule names; 0 when it goes by postal codes only. */
  arsDigits: number;
  /** How many codes beside the person's own the rule's range holds; infinite when it names no range. */
  width: number;
};

export type RoutingStep = { ruleId: string; outcome: "chosen" | "equal" | "less-specific" | "not-valid" };

export type RoutingDecision = {
  tenantId: TenantId;
  unitId: UnitId;
  ruleId: string;
  version: number;
  reason: string;
  ars: string | null;
  /** No rule names this service here: the unit sorts out who is responsible. */
  isClearing: boolean;
  /** Every rule that fitted service and place, and what became of it. */
  trace: readonly RoutingStep[];
};

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const isValid = ({ validFrom, validTo }: RoutingRule, day: string) =>
  (!validFrom || day >= validFrom) && (!validTo || day <= validTo);

function fit(rule: RoutingRule, { serviceKey, postalCode, ars }: RoutingFacts) {
  if (rule.services && !rule.services.includes(serviceKey)) return null;
  const digits = (rule.ars ?? []).filter((prefix) => ars?.startsWith(prefix)).map((prefix) => prefix.length);
  const widths = (rule.postalCodes ?? [])
    .filter(({ from, to }) => from <= postalCode && postalCode <= to)
    .map(({ from, to }) => Number(to) - Number(from));
  const isHere = (!rule.ars || digits.length > 0) && (!rule.postalCodes || widths.length > 0);
  // With neither list a rule would be everywhere; none is published, and one that slipped through fits nowhere.
  if (!isHere || (digits.length === 0 && widths.length === 0)) return null;
  return { arsDigits: Math.max(0, ...digits), width: Math.min(Number.POSITIVE_INFINITY, ...widths) };
}

const fitting = (published: readonly PublishedRules[], facts: RoutingFacts): Candidate[] =>
  published
    .toSorted((a, b) => (a.tenantId < b.tenantId ? -1 : 1))
    .flatMap(({ tenantId, version, rules }) =>
      rules.flatMap((rule) => {
        const how = fit(rule, facts);
        return how ? [{ tenantId, version, rule, ...how }] : [];
      }),
    );

/**
 * The stated order: a rule that names the service before one that takes any, then the longest municipality number, then
 * the narrower range of postal codes. Zero means that only the order of the published list decides.
 */
export const compareCandidates = (a: Candidate, b: Candidate) =>
  Number(!a.rule.services) - Number(!b.rule.services) ||
  b.arsDigits - a.arsDigits ||
  (a.width === b.width ? 0 : a.width - b.width);

/** What fits on this day, best first; among equals authorities by id, rules as written. */
export const candidatesFor = (published: readonly PublishedRules[], facts: RoutingFacts, at: Date): Candidate[] =>
  fitting(published, facts)
    .filter(({ rule }) => isValid(rule, dayOf(at)))
    .toSorted(compareCandidates);

/**
 * Chooses authority and unit, or null where nobody is responsible and nobody clears it up. Pure: the same for the
 * server, for the search on a device, for a simulation and for a preview.
 */
export function route(published: readonly PublishedRules[], facts: RoutingFacts, at: Date): RoutingDecision | null {
  const [best, ...others] = candidatesFor(published, facts, at);
  if (!best) return null;
  const lapsed = fitting(published, facts).filter(({ rule }) => !isValid(rule, dayOf(at)));
  return {
    tenantId: best.tenantId,
    unitId: best.rule.unitId,
    ruleId: best.rule.id,
    version: best.version,
    reason: best.rule.reason,
    ars: facts.ars,
    isClearing: !best.rule.services,
    trace: [
      { ruleId: best.rule.id, outcome: "chosen" },
      ...others.map(
        (other): RoutingStep => ({
          ruleId: other.rule.id,
          outcome: compareCandidates(best, other) === 0 ? "equal" : "less-specific",
        }),
      ),
      ...lapsed.map(({ rule }): RoutingStep => ({ ruleId: rule.id, outcome: "not-valid" })),
    ],
  };
}

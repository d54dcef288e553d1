import type { Place } from "./place.ts";
import { type Candidate, candidatesFor, compareCandidates } from "./route.ts";
import type { PublishedRules, RoutingRule } from "./rule.ts";

/** Where no rule names a service that others here have, and where two units are named for the same. */
export type RuleFinding = {
  serviceKey: string;
  places: readonly Pick<Place, "postalCode" | "ars">[];
} & (
  | { kind: "gap"; clearedBy: string | null }
  | { kind: "overlap"; rules: readonly string[]; decidedBy: "narrower-range" | "order" }
);

type Examined = { published: readonly PublishedRules[]; places: readonly Place[]; serviceKeys: readonly string[] };

/**
 * Looks at every service in every place that some rule reaches. A rule inside another's area is a deliberate exception
 * and no overlap; neither is a longer municipality number. Findings that differ only in the place are one.
 */
export function examineRules({ published, places, serviceKeys }: Examined, at: Date): RuleFinding[] {
  const findings = new Map<string, { finding: RuleFinding; places: Place[] }>();
  for (const place of places.filter((candidate) => isReached(published, candidate, at)))
    for (const serviceKey of serviceKeys) {
      const finding = examine(candidatesFor(published, { serviceKey, ...place }, at), serviceKey);
      if (!finding) continue;
      const key = JSON.stringify(finding);
      const known = findings.get(key) ?? { finding, places: [] };
      findings.set(key, { finding, places: [...known.places, place] });
    }
  return [...findings.values()].map(({ finding, places: where }) => ({
    ...finding,
    places: where.map(({ postalCode, ars }) => ({ postalCode, ars })),
  }));
}

const isReached = (published: readonly PublishedRules[], place: Place, at: Date) =>
  published.some(({ tenantId, version, rules }) =>
    // Without their services, only the place decides.
    candidatesFor([{ tenantId, version, rules: rules.map(anyService) }], { serviceKey: "", ...place }, at).at(0),
  );
const anyService = ({ services: _services, ...rule }: RoutingRule): RoutingRule => rule;

function examine(candidates: readonly Candidate[], serviceKey: string): RuleFinding | null {
  const [best] = candidates;
  if (!best?.rule.services) return { kind: "gap", serviceKey, places: [], clearedBy: best?.rule.id ?? null };
  const rivals = candidates.filter(
    ({ rule, arsDigits }) =>
      rule.services && rule.unitId !== best.rule.unitId && arsDigits === best.arsDigits && !contains(rule, best.rule),
  );
  if (rivals.length === 0) return null;
  const isTie = rivals.some((rival) => compareCandidates(best, rival) === 0);
  return {
    kind: "overlap",
    serviceKey,
    places: [],
    rules: [best, ...rivals].map(({ rule }) => rule.id),
    decidedBy: isTie ? "order" : "narrower-range",
  };
}

/** True when every range of the inner rule lies within a wider one of the outer. */
const contains = (outer: RoutingRule, inner: RoutingRule) =>
  inner.postalCodes !== undefined &&
  inner.postalCodes.every(
    ({ from, to }) =>
      !outer.postalCodes ||
      outer.postalCodes.some((range) => range.from <= from && to <= range.to && (range.from < from || to < range.to)),
  );

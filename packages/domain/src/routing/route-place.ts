import { DomainError } from "../errors.ts";
import { type Place, placesMeant, type WherePlace } from "./place.ts";
import { type RoutingDecision, route } from "./route.ts";
import type { PublishedRules } from "./rule.ts";

export type PlacedFacts = WherePlace & { serviceKey: string };
export type PublishedWorld = { published: readonly PublishedRules[]; places: readonly Place[] };

/**
 * The decision for what a person says of their place. Several municipalities share some postal codes: that is only worth
 * a question where the answer differs.
 */
export function routePlace(
  { published, places }: PublishedWorld,
  { serviceKey, ...where }: PlacedFacts,
  at: Date,
): RoutingDecision | null {
  const decisions = placesMeant(places, where).map((place) => route(published, { serviceKey, ...place }, at));
  const [first, ...others] = decisions;
  if (others.some((other) => other?.unitId !== first?.unitId)) throw new DomainError("routing.place-needed");
  // Where several municipalities lead to one office, nobody has said which of them it is.
  return first ? { ...first, ars: decisions.length > 1 ? null : first.ars } : null;
}

import type { Place } from "../routing/place.ts";
import { candidatesFor, route } from "../routing/route.ts";
import type { PublishedRules } from "../routing/rule.ts";
import type { DirectoryFile, ListedOffice } from "./directory-file.ts";

export type Responsible =
  | { is: "one"; office: ListedOffice; reason: string; isClearing: boolean; place: Place }
  /** Depends on which of the places it is: one line for each office, and for none. */
  | { is: "several"; choices: readonly { place: Place; office: ListedOffice | null }[] }
  | { is: "nobody"; place: Place };

type Known = Pick<DirectoryFile, "published" | "offices">;

/** Who takes care of a service in any of these places, by the same rules as the server's. */
export function responsibleOffice(
  { published, offices }: Known,
  serviceKey: string,
  places: readonly [Place, ...Place[]],
  at: Date,
): Responsible {
  const decided = places.map((place) => ({ place, decision: route(published, { serviceKey, ...place }, at) }));
  const [first] = places;
  const byUnit = new Map(decided.map((one) => [one.decision?.unitId ?? null, one]));
  const officeOf = (unitId: string | undefined) => offices.find((office) => office.unitId === unitId) ?? null;
  if (byUnit.size > 1)
    return {
      is: "several",
      choices: decided.map(({ place, decision }) => ({ place, office: officeOf(decision?.unitId) })),
    };
  const [{ decision } = { decision: null }] = decided;
  const office = officeOf(decision?.unitId);
  if (!decision || !office) return { is: "nobody", place: first };
  return { is: "one", office, reason: decision.reason, isClearing: decision.isClearing, place: first };
}

/** Offices that some rule names for one of these places, each once. */
export function officesIn({ published, offices }: Known, places: readonly Place[], at: Date): ListedOffice[] {
  const units = new Set(
    places.flatMap((place) =>
      candidatesFor(withoutServices(published), { serviceKey: "", ...place }, at).map(({ rule }) => rule.unitId),
    ),
  );
  return offices.filter(({ unitId }) => units.has(unitId));
}

const withoutServices = (published: readonly PublishedRules[]): PublishedRules[] =>
  published.map((set) => ({ ...set, rules: set.rules.map(({ services: _services, ...rule }) => rule) }));

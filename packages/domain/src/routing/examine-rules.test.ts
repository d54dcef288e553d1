import { describe, expect, it } from "vitest";
import type { TenantId, UnitId } from "../ids.ts";
import { examineRules } from "./examine-rules.ts";
import type { Place } from "./place.ts";
import { checkRules, type RoutingRule } from "./rule.ts";

const at = new Date("2026-11-21T12:00:00Z");
const place = (postalCode: string, ars = "980010000001"): Place => ({ postalCode, ars, name: "Town", contact: null });
const places = [place("05120"), place("05125"), place("05130"), place("05170", "980030000001")];
const rule = (id: string, more: Partial<RoutingRule>): RoutingRule => ({
  id,
  unitId: id as UnitId,
  reason: id,
  ...more,
});
const codes = (from: string, to: string) => ({ postalCodes: [{ from, to }] });
const examine = (...rules: RoutingRule[]) =>
  examineRules({ published: [{ tenantId: "t" as TenantId, version: 1, rules }], places, serviceKeys: ["dog"] }, at).map(
    ({ places: where, ...finding }) => ({ ...finding, where: where.map(({ postalCode }) => postalCode) }),
  );

describe("the detector of gaps and overlaps", () => {
  it("is silent where each place has one unit", () => {
    expect(examine(rule("a", { services: ["dog"], ...codes("05120", "05130") }))).toEqual([]);
  });

  it("finds places that some rule reaches and where none names the service, and who clears it up", () => {
    const part = rule("a", { services: ["dog"], ...codes("05120", "05124") });
    expect(examine(part, rule("other", { services: ["cat"], ...codes("05120", "05130") }))).toEqual([
      { kind: "gap", serviceKey: "dog", clearedBy: null, where: ["05125", "05130"] },
    ]);
    expect(examine(part, rule("clearing", codes("05120", "05130")))).toEqual([
      { kind: "gap", serviceKey: "dog", clearedBy: "clearing", where: ["05125", "05130"] },
    ]);
  });

  it("finds two units for one place, and says what decides between them", () => {
    const south = rule("south", { services: ["dog"], ...codes("05120", "05130") });
    const north = rule("north", { services: ["dog"], ...codes("05125", "05130") });
    expect(examine(south, rule("north", { services: ["dog"], ...codes("05130", "05139") }))).toEqual([
      { kind: "overlap", serviceKey: "dog", rules: ["north", "south"], decidedBy: "narrower-range", where: ["05130"] },
    ]);
    expect(examine(south, { ...south, id: "twin", unitId: "twin" as UnitId })).toMatchObject([
      { kind: "overlap", rules: ["south", "twin"], decidedBy: "order" },
    ]);
    // Inside the other one: an exception that somebody meant.
    expect(examine(south, north)).toEqual([]);
  });

  it("takes a longer municipality number, one unit twice and a lapsed rule for no overlap", () => {
    const district = rule("district", { services: ["dog"], ars: ["98001"] });
    const town = rule("town", { services: ["dog"], ars: ["980010000001"] });
    expect(examine(district, town)).toEqual([]);
    expect(examine(district, { ...district, id: "again" })).toEqual([]);
    expect(examine(district, { ...district, id: "old", unitId: "old" as UnitId, validTo: "2026-11-20" })).toEqual([]);
  });
});

describe("rules before they are published", () => {
  const good = rule("a", { services: ["dog"], ars: ["98001"], ...codes("05120", "05130") });
  const problemsOf = (...rules: RoutingRule[]) => checkRules(rules, new Set(["dog"]));

  it("are accepted when each can be applied", () => {
    expect(problemsOf(good, rule("clearing", { ars: ["98001"] }))).toEqual([]);
  });

  it.each([
    ["names no place", { ...good, ars: [], postalCodes: [] }],
    ["begins no municipality number", { ...good, ars: ["9"] }],
    ["begins no municipality number", { ...good, ars: ["9800100000011"] }],
    ["is no range", { ...good, ...codes("05130", "05120") }],
    ["is no range", { ...good, ...codes("5120", "05130") }],
    ["has no service", { ...good, services: ["cat"] }],
    ["names no service", { ...good, services: [] }],
    ["a reason is missing", { ...good, reason: " " }],
    ["ends before it begins", { ...good, validFrom: "2026-11-22", validTo: "2026-11-21" }],
  ])("are refused when one %s", (problem, broken) => {
    expect(problemsOf(broken)).toEqual([expect.stringContaining(problem)]);
  });

  it("are refused when two have one id", () => {
    expect(problemsOf(good, { ...good, reason: "another" })).toEqual([expect.stringContaining("same id")]);
  });
});

import { describe, expect, it } from "vitest";
import type { TenantId, UnitId } from "../ids.ts";
import { type PublishedRules, type RoutingRule, route } from "./route.ts";

const at = new Date("2026-11-21T12:00:00Z");
const town = "t-town" as TenantId;
const county = "t-county" as TenantId;

const rule = (
  id: string,
  services: string[] | undefined,
  from: string,
  to: string,
  more: Partial<RoutingRule> = {},
): RoutingRule => ({
  id,
  unitId: `unit-of-${id}` as UnitId,
  ...(services ? { services } : {}),
  postalCodes: [{ from, to }],
  reason: "test",
  ...more,
});

const published = (tenantId: TenantId, ...rules: RoutingRule[]): PublishedRules => ({ tenantId, version: 3, rules });
const facts = (serviceKey: string, postalCode: string) => ({ serviceKey, postalCode });

describe("routing", () => {
  const rules = [
    published(town, rule("housing", ["wohngeld"], "05120", "05139"), rule("clearing", undefined, "05120", "05139")),
    published(
      county,
      rule("building", ["baugenehmigung"], "05141", "05149"),
      rule("youth", ["kitaplatz"], "05120", "05159"),
    ),
  ];

  it("chooses authority and unit from service and place, and names rule and version", () => {
    expect(route(rules, facts("wohngeld", "05123"), at)).toMatchObject({
      tenantId: town,
      unitId: "unit-of-housing",
      ruleId: "housing",
      version: 3,
    });
  });

  it("knows nobody for a place between the ranges, and includes both ends of a range", () => {
    expect(route(rules, facts("baugenehmigung", "05140"), at)).toBeNull();
    expect(route(rules, facts("baugenehmigung", "05141"), at)?.ruleId).toBe("building");
    expect(route(rules, facts("baugenehmigung", "05149"), at)?.ruleId).toBe("building");
    expect(route(rules, facts("baugenehmigung", "05150"), at)).toBeNull();
  });

  it("prefers a rule that names the service to the clearing rule, even with a wider range", () => {
    expect(route(rules, facts("kitaplatz", "05123"), at)?.ruleId).toBe("youth");
    expect(route(rules, facts("unbekannt", "05123"), at)?.ruleId).toBe("clearing");
  });

  it("prefers the narrower range, and the published order among equals", () => {
    const wide = rule("wide", ["x"], "05120", "05139");
    const narrow = rule("narrow", ["x"], "05123", "05125");
    const twin = rule("twin", ["x"], "05120", "05139");
    expect(route([published(town, wide, narrow)], facts("x", "05124"), at)?.ruleId).toBe("narrow");
    expect(route([published(town, wide, twin)], facts("x", "05130"), at)?.ruleId).toBe("wide");
  });

  it("ignores a rule before its first and after its last day", () => {
    const dated = rule("dated", ["x"], "05120", "05139", { validFrom: "2026-11-21", validTo: "2026-11-22" });
    const decide = (day: string) => route([published(town, dated)], facts("x", "05123"), new Date(`${day}T12:00:00Z`));
    expect(decide("2026-11-20")).toBeNull();
    expect(decide("2026-11-21")?.ruleId).toBe("dated");
    expect(decide("2026-11-22")?.ruleId).toBe("dated");
    expect(decide("2026-11-23")).toBeNull();
  });

  it("explains what became of every rule, and decides the same whatever order the authorities come in", () => {
    const decision = route(rules, facts("wohngeld", "05123"), at);
    expect(decision?.trace).toContainEqual({ ruleId: "housing", outcome: "chosen" });
    expect(decision?.trace).toContainEqual({ ruleId: "building", outcome: "other-service" });
    expect(decision?.trace).toHaveLength(4);
    expect(route(rules.toReversed(), facts("wohngeld", "05123"), at)).toEqual(decision);
  });
});

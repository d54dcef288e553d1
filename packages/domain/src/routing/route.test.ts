import { describe, expect, it } from "vitest";
import type { TenantId, UnitId } from "../ids.ts";
import { route } from "./route.ts";
import type { PublishedRules, RoutingRule } from "./rule.ts";

const at = new Date("2026-11-21T12:00:00Z");
const town = "t-town" as TenantId;
const county = "t-county" as TenantId;
const townArs = "980010000001";

const rule = (id: string, where: Partial<RoutingRule>): RoutingRule => ({
  id,
  unitId: `unit-of-${id}` as UnitId,
  reason: `because of ${id}`,
  ...where,
});
const codes = (from: string, to: string) => ({ postalCodes: [{ from, to }] });
const published = (tenantId: TenantId, ...rules: RoutingRule[]): PublishedRules => ({ tenantId, version: 3, rules });
const facts = (serviceKey: string, postalCode: string, ars: string | null = townArs) => ({
  serviceKey,
  postalCode,
  ars,
});

describe("routing", () => {
  const rules = [
    published(
      town,
      rule("housing", { services: ["wohngeld"], ...codes("05120", "05139") }),
      rule("clearing", codes("05120", "05139")),
    ),
    published(
      county,
      rule("building", { services: ["baugenehmigung"], ...codes("05141", "05149") }),
      rule("youth", { services: ["kitaplatz"], ...codes("05120", "05159") }),
    ),
  ];
  const chosen = (all: PublishedRules[], ...of: Parameters<typeof facts>) => route(all, facts(...of), at)?.ruleId;

  it("chooses authority and unit from service and place, and names rule, version and reason", () => {
    expect(route(rules, facts("wohngeld", "05123"), at)).toMatchObject({
      tenantId: town,
      unitId: "unit-of-housing",
      ruleId: "housing",
      version: 3,
      reason: "because of housing",
      isClearing: false,
    });
  });

  it("knows nobody for a place between the ranges, and includes both ends of a range", () => {
    expect(route(rules, facts("baugenehmigung", "05140"), at)).toBeNull();
    expect(chosen(rules, "baugenehmigung", "05141")).toBe("building");
    expect(chosen(rules, "baugenehmigung", "05149")).toBe("building");
    expect(route(rules, facts("baugenehmigung", "05150"), at)).toBeNull();
  });

  it("sends what no rule names to the clearing unit of the place, and says so", () => {
    expect(route(rules, facts("baugenehmigung", "05123"), at)).toMatchObject({ ruleId: "clearing", isClearing: true });
    expect(chosen(rules, "kitaplatz", "05123")).toBe("youth");
  });

  it("prefers the longest municipality number, even to a narrower range of postal codes", () => {
    const state = rule("state", { services: ["x"], ars: ["98"] });
    const district = rule("district", { services: ["x"], ars: ["97", "98001"] });
    const codesOnly = rule("codes", { services: ["x"], ...codes("05123", "05123") });
    expect(chosen([published(town, state, codesOnly, district)], "x", "05123")).toBe("district");
    expect(chosen([published(town, state, district)], "x", "05123", "980020000001")).toBe("state");
    expect(chosen([published(town, state, district)], "x", "05123", "970010000001")).toBe("district");
    expect(chosen([published(town, state, district)], "x", "05123", "960010000001")).toBeUndefined();
  });

  it("matches no municipality number where none is known", () => {
    const district = rule("district", { services: ["x"], ars: ["98001"] });
    expect(chosen([published(town, district)], "x", "05123", null)).toBeUndefined();
  });

  it("wants both where a rule names municipality and postal codes", () => {
    const both = published(town, rule("both", { services: ["x"], ars: ["98001"], ...codes("05120", "05130") }));
    expect(chosen([both], "x", "05130")).toBe("both");
    expect(chosen([both], "x", "05131")).toBeUndefined();
    expect(chosen([both], "x", "05130", "980020000001")).toBeUndefined();
  });

  it("prefers the narrower range, and the published order among equals", () => {
    const wide = rule("wide", { services: ["x"], ...codes("05120", "05139") });
    const narrow = rule("narrow", { services: ["x"], ...codes("05123", "05125") });
    const twin = rule("twin", { services: ["x"], ...codes("05120", "05139") });
    expect(chosen([published(town, wide, narrow)], "x", "05124")).toBe("narrow");
    const tied = route([published(town, wide, twin)], facts("x", "05130"), at);
    expect(tied?.trace).toEqual([
      { ruleId: "wide", outcome: "chosen" },
      { ruleId: "twin", outcome: "equal" },
    ]);
  });

  it("ignores a rule before its first and after its last day, and says so", () => {
    const dated = rule("dated", {
      services: ["x"],
      ...codes("05120", "05139"),
      validFrom: "2026-11-21",
      validTo: "2026-11-22",
    });
    const always = rule("always", codes("05120", "05139"));
    const on = (day: string) =>
      route([published(town, dated, always)], facts("x", "05123"), new Date(`${day}T12:00:00Z`));
    expect(on("2026-11-20")?.trace).toContainEqual({ ruleId: "dated", outcome: "not-valid" });
    expect(["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"].map((day) => on(day)?.ruleId)).toEqual([
      "always",
      "dated",
      "dated",
      "always",
    ]);
  });

  it("fits a rule without any place nowhere", () => {
    expect(chosen([published(town, rule("everywhere", { services: ["x"] }))], "x", "05123")).toBeUndefined();
  });

  it("explains what became of every rule that fitted, whatever order the authorities come in", () => {
    const decision = route(rules, facts("wohngeld", "05123"), at);
    expect(decision?.trace).toEqual([
      { ruleId: "housing", outcome: "chosen" },
      { ruleId: "clearing", outcome: "less-specific" },
    ]);
    expect(route(rules.toReversed(), facts("wohngeld", "05123"), at)).toEqual(decision);
  });
});

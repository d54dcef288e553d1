import type { TenantId, UnitId } from "@dvd/domain/ids";
import { examineRules } from "@dvd/domain/routing/examine-rules";
import { checkRules, type PublishedRules } from "@dvd/domain/routing/rule";
import { describe, expect, it } from "vitest";
import { demoPeople } from "../embedded/demo-people.ts";
import { describeFindings } from "./describe-findings.ts";
import { demoPlaces } from "./places.ts";
import { demoRules } from "./rules.ts";
import { demoServices } from "./services.ts";

const serviceKeys = demoServices.map(({ key }) => key);
const published: PublishedRules[] = Object.entries(demoRules).map(([slug, rules]) => ({
  tenantId: slug as TenantId,
  version: 1,
  rules: rules.map(({ unit, ...rule }) => ({ ...rule, unitId: `${slug}/${unit}` as UnitId })),
}));

describe("the rules of the demo", () => {
  it("can be published, and name only units that exist", () => {
    for (const { slug, units } of demoPeople.authorities) {
      expect(checkRules(demoRules[slug] ?? [], new Set(serviceKeys))).toEqual([]);
      for (const { unit } of demoRules[slug] ?? []) expect(units.map((one) => one.slug)).toContain(unit);
    }
    expect(Object.keys(demoRules).toSorted()).toEqual(demoPeople.authorities.map(({ slug }) => slug).toSorted());
  });

  it("have the gap and the overlap that are there on purpose", () => {
    const found = describeFindings(
      examineRules({ published, places: demoPlaces, serviceKeys }, new Date("2026-11-21")),
    );
    expect(found).toContain("Lücke: Bauantrag einreichen in 05140, 05150–05159, geht an die Klärung (lk-klaerung)");
    expect(found).toContain(
      "Überschneidung: Wohnsitz anmelden in 05130, Regeln mf-buergerbuero-nord und mf-buergerbuero-mitte, entschieden durch das kleinere Gebiet",
    );
    expect(found).not.toContain("niemand nimmt es an");
  });
});

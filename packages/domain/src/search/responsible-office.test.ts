import { describe, expect, it } from "vitest";
import type { TenantId, UnitId } from "../ids.ts";
import type { Place } from "../routing/place.ts";
import { officesIn, responsibleOffice } from "./responsible-office.ts";

const at = new Date("2026-11-21T12:00:00Z");
const place = (postalCode: string, ars: string): Place => ({ postalCode, ars, name: ars, contact: null });
const [south, north, village] = [
  place("05120", "980010000001"),
  place("05139", "980010000001"),
  place("05140", "980020000003"),
];
const office = (unit: string) => ({ tenantId: "t" as TenantId, unitId: unit as UnitId, unit, authority: "Town" });
const rule = (unit: string, service: string, from: string, to: string) => ({
  id: unit,
  unitId: unit as UnitId,
  services: [service],
  postalCodes: [{ from, to }],
  reason: `because of ${unit}`,
});
const known = {
  offices: [office("south"), office("north"), office("tax")],
  published: [
    {
      tenantId: "t" as TenantId,
      version: 1,
      rules: [
        rule("south", "address", "05120", "05129"),
        rule("north", "address", "05130", "05139"),
        rule("tax", "dog", "05120", "05139"),
      ],
    },
  ],
};

describe("the office that a device names", () => {
  it("is one where all places that are meant lead to it, with its reason", () => {
    expect(responsibleOffice(known, "dog", [south, north], at)).toMatchObject({
      is: "one",
      office: { unit: "tax" },
      reason: "because of tax",
      isClearing: false,
    });
  });

  it("is put as a question where it depends on the place", () => {
    const asked = responsibleOffice(known, "address", [south, north, village], at);
    expect(asked.is === "several" && asked.choices.map((choice) => choice.office?.unit ?? null)).toEqual([
      "south",
      "north",
      null,
    ]);
  });

  it("is nobody where no rule reaches", () => {
    expect(responsibleOffice(known, "dog", [village], at)).toMatchObject({ is: "nobody" });
    expect(responsibleOffice(known, "cat", [south], at)).toMatchObject({ is: "nobody" });
  });

  it("is listed once among the offices of a place", () => {
    expect(officesIn(known, [south], at).map(({ unit }) => unit)).toEqual(["south", "tax"]);
    expect(officesIn(known, [village], at)).toEqual([]);
  });
});

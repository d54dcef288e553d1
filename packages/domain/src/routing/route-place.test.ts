import { describe, expect, it } from "vitest";
import { DomainError } from "../errors.ts";
import type { TenantId, UnitId } from "../ids.ts";
import type { Place } from "./place.ts";
import { routePlace } from "./route-place.ts";

const at = new Date("2026-11-21T12:00:00Z");
const [brook, meadow, town] = ["980025001002", "980025001001", "980010000001"] as const;
const place = (postalCode: string, ars: string): Place => ({ postalCode, ars, name: ars, contact: null });
const places = [place("05143", meadow), place("05143", brook), place("05120", town)];
const rule = (id: string, service: string, ars: string) => ({
  id,
  unitId: id as UnitId,
  services: [service],
  ars: [ars],
  reason: id,
});
const published = [
  {
    tenantId: "t" as TenantId,
    version: 1,
    rules: [rule("both", "dog", "980025001"), rule("meadow", "address", meadow), rule("brook", "address", brook)],
  },
];
const decide = (serviceKey: string, postalCode: string, ars: string | null = null) => {
  try {
    return routePlace({ published, places }, { serviceKey, postalCode, ars }, at)?.ruleId ?? null;
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
};

describe("a place as a person says it", () => {
  it("needs no municipality where all that share the code have one office", () => {
    expect(decide("dog", "05143")).toBe("both");
    expect(
      routePlace({ published, places }, { serviceKey: "dog", postalCode: "05143", ars: null }, at)?.ars,
    ).toBeNull();
  });

  it("asks for the municipality where the office depends on it, and takes the answer", () => {
    expect(decide("address", "05143")).toBe("routing.place-needed");
    expect(decide("address", "05143", brook)).toBe("brook");
    expect(decide("address", "05143", meadow)).toBe("meadow");
  });

  it("asks as well where only one of two places has an office", () => {
    const only = [
      { ...published[0], tenantId: "t" as TenantId, version: 1, rules: [rule("meadow", "address", meadow)] },
    ];
    const facts = { serviceKey: "address", postalCode: "05143", ars: null };
    expect(() => routePlace({ published: only, places }, facts, at)).toThrow("routing.place-needed");
    expect(() => routePlace({ published: only, places: places.toReversed() }, facts, at)).toThrow(
      "routing.place-needed",
    );
  });

  it("takes the number of a code with one municipality from the list", () => {
    expect(routePlace({ published, places }, { serviceKey: "dog", postalCode: "05120", ars: null }, at)).toBeNull();
    expect(decide("dog", "05120", town)).toBeNull();
  });

  it("refuses a municipality of another code instead of guessing", () => {
    expect(decide("dog", "05143", town)).toBe("routing.unknown-place");
    expect(decide("dog", "99999", town)).toBe("routing.unknown-place");
    expect(decide("dog", "99999")).toBeNull();
  });
});

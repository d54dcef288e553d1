import { expect, it } from "vitest";
import { longestUnitName, unitNamePattern } from "./unit-name.ts";

it.each([
  "Fundbüro",
  "Bürgerbüro Mitte",
  "Ausländer- und Führerscheinstelle",
  "32.1 Steuern (Hunde)",
  "A",
  "Straße & Grün, Süd",
])("calls an office %s", (name) => expect(unitNamePattern.test(name)).toBe(true));

it.each(["", " Fundbüro", "Fundbüro ", "-", "Fund\nbüro", "<b>Fundbüro</b>", "Fundbüro\u202e"])(
  "calls no office %j",
  (name) => expect(unitNamePattern.test(name)).toBe(false),
);

it("is as long as a name may be, and not longer", () => {
  expect(unitNamePattern.test("x".repeat(longestUnitName))).toBe(true);
  expect(unitNamePattern.test("x".repeat(longestUnitName + 1))).toBe(false);
});

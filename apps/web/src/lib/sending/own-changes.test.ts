import { dogAnswers, dogForm } from "@dvd/domain/form/testing";
import { expect, it } from "vitest";
import { ownChanges } from "./own-changes.ts";

const changes = (now: object, before: object = dogAnswers) =>
  ownChanges(dogForm, { ...before }, { ...dogAnswers, ...now }, "en");

it("what stood only here is what was answered otherwise than at the beginning, as the person was asked", () => {
  expect(changes({})).toEqual([]);
  expect(changes({ "halter.family": "Winter", konto: "" })).toEqual([
    { question: "Halter (en)", answer: "Grete Winter" },
    { question: "Konto (en)", answer: "" },
  ]);
});

it("what is written otherwise and means the same is no change, and neither is what is not asked any more", () => {
  expect(changes({ steuer: "234,50", konto: "DE89 3704 0044 0532 0130 00" })).toEqual([]);
  const before = { ...dogAnswers, pruefung: "Anfang" };
  expect(changes({ ausbildung: "selbst" }, before)).toEqual([
    { question: "Wo ausgebildet? (en)", answer: "Selbst (en)" },
  ]);
});

it("everything counts as only here for a window that began with nothing", () => {
  expect(changes({}, {}).map(({ question }) => question)).toContain("Anschrift (en)");
});

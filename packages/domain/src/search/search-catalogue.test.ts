import { describe, expect, it } from "vitest";
import type { Place } from "../routing/place.ts";
import { plainService, sameText } from "../service/testing.ts";
import { readQuery } from "./read-query.ts";
import { searchCatalogue } from "./search-catalogue.ts";
import { buildSearchIndex } from "./search-index.ts";

const place = (postalCode: string, ars: string, name: string): Place => ({ postalCode, ars, name, contact: null });
const places = [
  place("05123", "980010000001", "Musterfurt"),
  place("05124", "980010000001", "Musterfurt"),
  place("05143", "980025001001", "Beispielau"),
  place("05143", "980025001002", "Bad Nebenbach"),
];
const placeIn = (typed: string) => {
  const { place: read } = readQuery(typed, places);
  return read.is === "known" ? read.places.map(({ postalCode, name }) => `${postalCode} ${name}`) : read;
};

describe("need and place in one field", () => {
  it("finds the place by its code or its name, wherever it stands, and takes it out of the words", () => {
    expect(placeIn("hund anmelden 05123")).toEqual(["05123 Musterfurt"]);
    expect(placeIn("05123 hund")).toEqual(["05123 Musterfurt"]);
    expect(placeIn("hund in bad nebenbach anmelden")).toEqual(["05143 Bad Nebenbach"]);
    expect(placeIn("hund musterfurt")).toEqual(["05123 Musterfurt", "05124 Musterfurt"]);
    expect(readQuery("hund in bad nebenbach anmelden", places).words.map(({ folded }) => folded)).toEqual([
      "hund",
      "anmelden",
    ]);
  });

  it("knows that a code can mean several places, and lets a name say which", () => {
    expect(placeIn("05143")).toEqual(["05143 Beispielau", "05143 Bad Nebenbach"]);
    expect(placeIn("05143 Beispielau")).toEqual(["05143 Beispielau"]);
    expect(placeIn("05123 Beispielau")).toEqual(["05123 Musterfurt"]);
  });

  it("says when it does not know the place, and sees none where there is none", () => {
    expect(placeIn("hund 99999")).toEqual({ is: "unknown", postalCode: "99999" });
    expect(placeIn("hund 123 123456")).toEqual({ is: "none" });
  });

  it("stays quick with a pasted letter", () => {
    const letter = "sehr geehrte damen und herren bezugnehmend auf das schreiben vom ".repeat(500);
    expect(readQuery(letter, places).words.length).toBeLessThanOrEqual(8);
  });
});

describe("ranking", () => {
  const service = (key: string, title: string, more: Partial<ReturnType<typeof plainService>> = {}) => ({
    ...plainService(key, key),
    title: sameText(title),
    ...more,
  });
  const entries = [
    service("a", "Straße für Umzug sperren"),
    service("b", "Wohnsitz anmelden", { synonyms: { de: ["Umzug"], en: [] } }),
    service("c", "Etwas anderes", { summary: sameText("Auch nach einem Umzug") }),
    service("d", "Hund anmelden"),
    service("e", "Hund abmelden"),
  ];
  const search = (typed: string) =>
    searchCatalogue(typed, { entries, index: buildSearchIndex(entries), places }).hits.map(
      ({ entry, kind }) => `${entry.key} ${kind}`,
    );

  it("puts a synonym before a corner of a title, and both before a text", () => {
    expect(search("umzug")).toEqual(["b exact", "a exact", "c exact"]);
  });

  it("puts all of what was typed before some of it", () => {
    expect(search("hund anmelden")).toEqual(["d exact", "e maybe"]);
    expect(search("hund gassi")).toEqual(["d maybe", "e maybe"]);
  });

  it("takes what is to be done for no answer when the thing is not there", () => {
    expect(search("katze anmelden")).toEqual([]);
    expect(search("anmelden")).toEqual(["b exact", "d exact"]);
  });

  it("tells a place alone from words that nothing fits", () => {
    const index = buildSearchIndex(entries);
    expect(searchCatalogue("05123", { entries, index, places })).toMatchObject({ isEmpty: true, hits: [] });
    expect(searchCatalogue("pizza 05123", { entries, index, places })).toMatchObject({ isEmpty: false, hits: [] });
  });
});

import { describe, expect, it } from "vitest";
import { matchesWords } from "./match-words.ts";

const texts = ["Wohngeld beantragen", "Zuschuss zur Miete in Ihrer Straße", "Prüfung"];

describe("searching a list by words", () => {
  it.each(["", "  ", "wohn", "MIETE wohngeld", "strasse", "Straße", "prufung", "prüfung!"])("%j is found", (typed) => {
    expect(matchesWords(typed, texts)).toBe(true);
  });

  it.each(["hund", "wohngeld hund", "mieten"])("%j is not", (typed) => {
    expect(matchesWords(typed, texts)).toBe(false);
  });
});

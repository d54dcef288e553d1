import { describe, expect, it } from "vitest";
import { isNear } from "./edit-distance.ts";
import { fold, wordsOf } from "./fold.ts";
import { splitCompound } from "./split-compound.ts";
import { stem } from "./stem.ts";

describe("folding", () => {
  it.each([
    ["Führerschein", "Fuehrerschein"],
    ["Führerschein", "FUHRERSCHEIN"],
    ["Straße", "strasse"],
    ["Bürgerbüro", "Buergerbuero"],
    ["Behörde", "Behoerde"],
    ["Kíta", "kita"],
    ["Żółtański", "zoltanski"],
  ])("makes %s and %s one word", (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ["bauen", "bün"],
    ["Steuer", "Stür"],
    ["neue", "nü"],
    ["Quelle", "Qülle"],
  ])("does not take the two sounds in %s for an umlaut", (word, wrong) => {
    expect(fold(word)).not.toBe(fold(wrong));
  });

  it("separates words by all that is neither letter nor digit, and survives anything", () => {
    expect(wordsOf(" Hund,anmelden/05123 … 🐕 ")).toEqual(["hund", "anmelden", "05123"]);
    expect(wordsOf("'; drop table services; --")).toEqual(["drop", "table", "services"]);
  });
});

describe("stemming", () => {
  it.each([
    ["hund", "hunde", "hundes", "hunden"],
    ["anmelden", "anmeldung", "anmeldungen", "angemeldet"],
    ["haus", "häuser", "häusern"],
    ["ausweis", "ausweise", "ausweises"],
    ["wohnung", "wohnungen", "wohnen"],
    ["papier", "papiere", "papieren"],
    ["kita", "kitas"],
    ["dog", "dogs"],
  ])("finds one stem for %s, %s …", (first, ...others) => {
    for (const other of others) expect([other, stem(fold(other))]).toEqual([other, stem(fold(first))]);
  });

  it.each([
    ["amt", "arm"],
    ["anmelden", "abmelden"],
    ["haus", "hau"],
    ["pass", "passau"],
    ["ehe", "eher"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(stem(fold(one))).not.toBe(stem(fold(other)));
  });
});

describe("long words", () => {
  const parts = (word: string) => splitCompound(fold(word));
  it.each([
    ["Hundesteuer", ["hund", "steu"]],
    ["Wohnsitzanmeldung", ["wohn", "sitz", "anmeld"]],
    ["Führerscheinstelle", ["fuhrerschein", "stell"]],
    ["Geburtsurkunde", ["geburt", "urkund"]],
    ["Kindergartenplatz", ["kindergart", "platz"]],
  ])("takes %s apart", (word, expected) => {
    expect(parts(word)).toEqual(expected);
  });

  it.each(["Wohnmobil", "Bauernhof", "Reh", "Hund", "Führerschein", "x".repeat(5000)])("leaves %s alone", (word) => {
    expect(parts(word)).toEqual([]);
  });
});

describe("slips of the finger", () => {
  it.each([
    ["wohngled", "wohngeld", 1],
    ["fuhrerschien", "fuhrerschein", 1],
    ["hudn", "hund", 1],
    ["hun", "hund", 1],
    ["aufenthalstitel", "aufenthaltstitel", 2],
    ["kindrgaten", "kindergarten", 2],
  ])("%s can mean %s", (typed, word, limit) => {
    expect(isNear(typed, word, limit)).toBe(true);
  });

  it.each([
    ["hand", "hund", 1],
    ["katze", "karten", 1],
    ["wohnmobil", "wohngeld", 2],
    ["a", "hund", 2],
    ["hund", "hund-und-katze", 2],
  ])("%s cannot mean %s", (typed, word, limit) => {
    expect(isNear(typed, word, limit)).toBe(false);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateWords, parseWords } from "./words.ts";

const typed = "bano kife tuda remi sogu lawe nibo";
const letters = "banokifetudaremisogulawenibo";

describe("words", () => {
  it("are seven of two syllables, and no two drawings are alike", () => {
    const drawn = Array.from({ length: 200 }, () => generateWords());
    for (const words of drawn) expect(words).toMatch(/^(?:(?:[bdfgklmnrstw][aeiou]){2}(?: |$)){7}$/);
    expect(new Set(drawn).size).toBe(200);
  });

  it("have every syllable equally often, whatever bytes they are drawn from", () => {
    const counts = new Map<string, number>();
    let next = 0;
    // Every byte comes round equally often.
    for (let i = 0; i < 60 * 8; i++)
      for (const syllable of generateWords(() => Uint8Array.of(next++ & 255)).match(/[a-z]{2}/g) ?? [])
        counts.set(syllable, (counts.get(syllable) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array.from({ length: 60 }, () => 112));
  });

  it("come back from what was written down", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(255)), (bytes) => {
        const words = generateWords(() => Uint8Array.of(bytes.next().value ?? 0));
        expect(parseWords(words)).toBe(words.replaceAll(" ", ""));
      }),
    );
  });

  it("forgive case, separators, and letters as other keyboards write them", () => {
    for (const spelling of [
      typed.toUpperCase(),
      letters,
      typed.replaceAll(" ", "-"),
      ` ${typed.replaceAll(" ", "  \n")} `,
      typed.replaceAll(" ", "\u00a0–\u00a0"),
      "ｂａｎｏ kife tuda remi sogu lawe nibo",
    ])
      expect(parseWords(spelling)).toBe(letters);
  });

  const group = (text: string) => {
    try {
      parseWords(text);
      return "accepted";
    } catch (error) {
      return error;
    }
  };

  it("point at the word that cannot be one", () => {
    for (const word of ["tudx", "utda", "tüda", "tud", "tudaa", "t0da"])
      expect(group(typed.replace("tuda", word)), word).toMatchObject({ code: "E_WORDS", group: 2 });
    expect(group(letters.replace("tuda", "tadu"))).toBe("accepted");
  });

  it("are refused when one is missing or too many", () => {
    for (const text of ["", "bano", typed.slice(5), `${typed} bano`])
      expect(group(text), text).toMatchObject({ code: "E_WORDS", group: undefined });
  });
});

import { domainErrorCodes } from "@dvd/domain/errors";
import { describe, expect, it } from "vitest";
import { de } from "./de.ts";
import { type TextKey, translator } from "./index.ts";
import { dictionaries, isLocale, locales } from "./locales.ts";

function leaves(node: object, path = ""): [path: string, text: string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}/${key}`;
    return typeof value === "object" && value !== null ? leaves(value, here) : [[here, String(value)]];
  });
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(locales)("the dictionary %s", (locale) => {
  const reference = new Map(leaves(de));
  const own = leaves(dictionaries[locale]);

  it("has exactly the keys of the reference, and no empty text", () => {
    expect(own.map(([path]) => path)).toEqual([...reference.keys()]);
    expect(own.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("fills in the same values as the reference", () => {
    for (const [path, text] of own)
      expect([path, placeholders(text)]).toEqual([path, placeholders(reference.get(path) ?? "")]);
  });

  it("says for each error what happened, what is safe and what to do", () => {
    for (const code of domainErrorCodes) {
      const sentences = dictionaries[locale].errors[code].match(/[^.!?]+[.!?]/g) ?? [];
      expect([code, sentences.length >= 3]).toEqual([code, true]);
    }
  });

  it("never talks like a machine", () => {
    for (const [path, text] of own)
      expect([path, /\b(Token|Client|Payload|Session|Sitzung)\b/i.test(text)]).toEqual([path, false]);
  });
});

describe("translating", () => {
  const t = translator<TextKey>(de);

  it("fills in what it is given", () => {
    expect(t("common.errorNumber", { number: "4F2A" })).toBe("Fehlernummer 4F2A");
  });

  it("refuses a key that the dictionary does not have", () => {
    expect(() => translator<string>(de)("common.nothing")).toThrow("common.nothing");
  });

  it("takes only languages that exist", () => {
    expect(isLocale("en")).toBe(true);
    expect(isLocale("fr")).toBe(false);
    expect(isLocale("toString")).toBe(false);
  });
});

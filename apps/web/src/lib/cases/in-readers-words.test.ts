import { describe, expect, it } from "vitest";
import { inReadersWords } from "./in-readers-words.ts";

const labels = [{ id: "mietvertrag", label: "Rental contract, all pages" }];
const shown = (label: string, evidence?: string) => inReadersWords({ label, ...(evidence && { evidence }) }, labels);

describe("a document that is asked for", () => {
  it("is named in the reader's language beside the words of the office, when it was ticked in the list", () => {
    const original = "Mietvertrag, alle Seiten";
    expect(shown(original, "mietvertrag")).toEqual({ label: "Rental contract, all pages", original });
  });

  it("is named once to who reads the language of the office", () => {
    expect(shown("Rental contract, all pages", "mietvertrag")).toEqual({
      label: "Rental contract, all pages",
      original: null,
    });
  });

  it("stays as it was written when it is not from the list, or the list does not know it any more", () => {
    for (const evidence of [undefined, "ausweis", "constructor"])
      expect(shown("Ihr Brief vom Mai", evidence)).toEqual({ label: "Ihr Brief vom Mai", original: null });
  });
});

import { messageLimits } from "@dvd/domain/message/content";
import { describe, expect, it } from "vitest";
import { faultsOf, itemsOf } from "./evidence-form.ts";

describe("a request for evidence", () => {
  it("has a document for each line that says something", () => {
    expect(itemsOf(" Gehaltsnachweis \n\n  \nMietvertrag, alle Seiten\n")).toEqual([
      "Gehaltsnachweis",
      "Mietvertrag, alle Seiten",
    ]);
  });

  it("names something and a day, and not more than a message carries", () => {
    expect(faultsOf("Mietvertrag", "2")).toEqual({});
    expect(faultsOf(" \n ", null)).toEqual({ items: "missing", due: true });
    const lines = (count: number) => Array.from({ length: count }, (_, place) => `${place}`).join("\n");
    expect(faultsOf(lines(messageLimits.items), "2")).toEqual({});
    expect(faultsOf(lines(messageLimits.items + 1), "2")).toEqual({ items: "tooMany" });
    expect(faultsOf("x".repeat(messageLimits.label), "2")).toEqual({});
    expect(faultsOf("x".repeat(messageLimits.label + 1), "2")).toEqual({ items: "tooLong" });
  });
});

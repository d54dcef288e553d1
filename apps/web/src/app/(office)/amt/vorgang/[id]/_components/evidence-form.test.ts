import { messageLimits } from "@dvd/domain/message/content";
import { describe, expect, it } from "vitest";
import { faultsOf, itemsOf } from "./evidence-form.ts";

describe("a request for evidence", () => {
  it("has a document for each line that says something", () => {
    expect(itemsOf([], [], " Gehaltsnachweis \n\n  \nMietvertrag, alle Seiten\n")).toEqual([
      { label: "Gehaltsnachweis" },
      { label: "Mietvertrag, alle Seiten" },
    ]);
  });

  it("begins with what was ticked, in the order of the service's list, and names nothing twice", () => {
    const offered = [
      { id: "ausweis", label: "Personalausweis" },
      { id: "mietvertrag", label: "Mietvertrag" },
      { id: "einkommen", label: "Gehaltsnachweis" },
    ];
    expect(itemsOf(offered, ["einkommen", "ausweis"], "Kontoauszug\nGehaltsnachweis\nKontoauszug")).toEqual([
      { label: "Personalausweis", evidence: "ausweis" },
      { label: "Gehaltsnachweis", evidence: "einkommen" },
      { label: "Kontoauszug" },
    ]);
  });

  it("does not ask for what the list has no more since it was ticked", () => {
    const offered = [{ id: "mietvertrag", label: "Mietvertrag" }];
    expect(itemsOf(offered, ["ausweis", "mietvertrag"], "")).toEqual([
      { label: "Mietvertrag", evidence: "mietvertrag" },
    ]);
  });

  it("names something and a day, and not more than a message carries", () => {
    expect(faultsOf([{ label: "Mietvertrag" }], "2")).toEqual({});
    expect(faultsOf([], null)).toEqual({ items: "missing", due: true });
    const many = (count: number) => Array.from({ length: count }, (_, place) => ({ label: `${place}` }));
    expect(faultsOf(many(messageLimits.items), "2")).toEqual({});
    expect(faultsOf(many(messageLimits.items + 1), "2")).toEqual({ items: "tooMany" });
    expect(faultsOf([{ label: "x".repeat(messageLimits.label) }], "2")).toEqual({});
    expect(faultsOf([{ label: "x".repeat(messageLimits.label + 1) }], "2")).toEqual({ items: "tooLong" });
  });
});

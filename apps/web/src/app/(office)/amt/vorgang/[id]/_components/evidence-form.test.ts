import { messageLimits } from "@dvd/domain/message/content";
import { describe, expect, it } from "vitest";
import { faultsOf, itemsOf } from "./evidence-form.ts";

describe("a request for evidence", () => {
  it("has a document for each line that says something", () => {
    expect(itemsOf([], [], " Gehaltsnachweis \n\n  \nMietvertrag, alle Seiten\n")).toEqual([
      "Gehaltsnachweis",
      "Mietvertrag, alle Seiten",
    ]);
  });

  it("begins with what was ticked, in the order of the service's list, and names nothing twice", () => {
    const offered = ["Personalausweis", "Mietvertrag", "Gehaltsnachweis"];
    expect(
      itemsOf(offered, ["Gehaltsnachweis", "Personalausweis"], "Kontoauszug\nGehaltsnachweis\nKontoauszug"),
    ).toEqual(["Personalausweis", "Gehaltsnachweis", "Kontoauszug"]);
  });

  it("does not ask for what the list has no more since it was ticked", () => {
    expect(itemsOf(["Mietvertrag"], ["Personalausweis", "Mietvertrag"], "")).toEqual(["Mietvertrag"]);
  });

  it("names something and a day, and not more than a message carries", () => {
    expect(faultsOf(["Mietvertrag"], "2")).toEqual({});
    expect(faultsOf([], null)).toEqual({ items: "missing", due: true });
    const many = (count: number) => Array.from({ length: count }, (_, place) => `${place}`);
    expect(faultsOf(many(messageLimits.items), "2")).toEqual({});
    expect(faultsOf(many(messageLimits.items + 1), "2")).toEqual({ items: "tooMany" });
    expect(faultsOf(["x".repeat(messageLimits.label)], "2")).toEqual({});
    expect(faultsOf(["x".repeat(messageLimits.label + 1)], "2")).toEqual({ items: "tooLong" });
  });
});

import { expect, it } from "vitest";
import { maySpeak } from "./signed-list.ts";

it("speaks for a unit whoever stands in its signed list, and nobody while there is none", () => {
  expect(maySpeak(new Set(["anna", "ben"]), "ben")).toBe(true);
  expect(maySpeak(new Set(["anna"]), "ben")).toBe("member.not-believed");
  expect(maySpeak(new Set(), "ben")).toBe("member.not-believed");
});

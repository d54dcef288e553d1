import { checkCatalogue } from "@dvd/domain/service/check-catalogue";
import { expect, it } from "vitest";
import { demoServices } from "./services.ts";

it("the catalogue of the demo could be published", () => {
  expect(demoServices).toHaveLength(25);
  expect(checkCatalogue(demoServices)).toEqual([]);
});

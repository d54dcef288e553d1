import { buildSearchIndex } from "@dvd/domain/search/search-index";
import { searchCatalogue } from "@dvd/domain/search/search-catalogue";
import { describe, expect, it } from "vitest";
import { demoPlaces } from "./places.ts";
import { queries } from "./queries.ts";
import { demoServices } from "./services.ts";

const searchable = { entries: demoServices, index: buildSearchIndex(demoServices), places: demoPlaces };
const search = (typed: string) => searchCatalogue(typed, searchable);

describe("the search on the device", () => {
  it.each(queries)("answers „%s“ with %s", (typed, first) => {
    expect(search(typed).hits[0]?.entry.slug ?? null).toBe(first);
  });
});

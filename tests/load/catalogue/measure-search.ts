import { gzipSync } from "node:zlib";
import { demoPlaces } from "@dvd/scripts/catalogue/places";
import { queries } from "@dvd/scripts/catalogue/queries";
import { searchCatalogue } from "@dvd/domain/search/search-catalogue";
import { buildSearchIndex } from "@dvd/domain/search/search-index";
import { spread } from "../pairs.ts";
import { syntheticServices } from "./synthetic-services.ts";

const rounds = 30;

/**
 * The search on a device: size of the index, and a query as a part of what the same machine needs to parse the index.
 * Parsing is done once for a page; on a phone that is twenty times as slow both are.
 */
export async function measureSearch() {
  for (const count of [25, 1_000, 5_000]) {
    const entries = syntheticServices(count);
    const text = JSON.stringify(buildSearchIndex(entries));
    const size = `${(text.length / 1024).toFixed(0)} KB, ${(gzipSync(text).length / 1024).toFixed(0)} KB after gzip`;
    const parse: number[] = [];
    const query: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const index: ReturnType<typeof buildSearchIndex> = JSON.parse(text);
      const parsed = performance.now();
      for (const [typed] of queries) searchCatalogue(typed, { entries, index, places: demoPlaces });
      parse.push(parsed - start);
      query.push((performance.now() - parsed) / queries.length);
    }
    console.log(`${count} services: index ${size}; parsed in ${spread(parse)} ms; one query ${spread(query)} ms`);
  }
}

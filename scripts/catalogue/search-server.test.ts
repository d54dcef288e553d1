import { searchServices } from "@dvd/api/directory/search-services";
import { openStores } from "@dvd/api/testing/stores";
import { putServices, replacePlaces } from "@dvd/db/repositories/founding";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPlaces } from "./places.ts";
import { queries } from "./queries.ts";
import { demoServices } from "./services.ts";

const stores = await openStores();
beforeAll(async () => {
  await putServices(stores.owner, demoServices);
  await replacePlaces(stores.owner, demoPlaces);
});
afterAll(() => stores.close());

describe("the search on the server", () => {
  it.each(queries)("answers „%s“ with %s, as a device does", async (query, first) => {
    const { services } = await searchServices(stores.deps, { query, limit: 5 });
    expect(services[0]?.slug ?? null).toBe(first);
  });

  it("writes nothing of what was asked into the log", async () => {
    await searchServices(stores.deps, { query: "schwerbehinderung 05123", limit: 5 });
    expect(stores.logLines.join("\n")).not.toMatch(/behinderung|05123/);
  });
});

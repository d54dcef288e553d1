import { putServices } from "@dvd/db/repositories/founding";
import { plainService, sameText } from "@dvd/domain/service/testing";
import { afterAll, describe, expect, it } from "vitest";
import { openPortal } from "../testing/portal.ts";
import { serve } from "../testing/serve.ts";
import { services } from "../testing/towns.ts";
import { directoryFile } from "./directory-file.ts";

const portal = await openPortal();
let now = new Date();
const server = await serve(directoryFile(), () => ({ ...portal.requestOf(null), now: () => now }));
afterAll(async () => {
  await server.close();
  await portal.close();
});
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/directory/${path}`, { headers });

describe("the file that devices search in", () => {
  it("holds services, words, places, offices and rules, for any cache to keep", async () => {
    const answer = await get("de.json");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    const file: unknown = await answer.json();
    expect(file).toMatchObject({
      format: 1,
      services: services.map(({ key, slug }) => ({ key, slug })),
      offices: [
        { authority: "Town of Here", unit: "Back office" },
        { authority: "Town of Here", unit: "Front office" },
        { authority: "Town of There" },
        { authority: "Town of There" },
      ],
      published: [{ version: 1 }, { version: 1 }],
    });
    expect(JSON.stringify(file)).not.toContain("hash");
  });

  it("is not sent again while nothing has changed, and is as soon as something has", async () => {
    const etag = (await get("en.json")).headers.get("etag") ?? "";
    expect((await get("en.json", { "if-none-match": etag })).status).toBe(304);
    expect((await get("de.json", { "if-none-match": '"another"' })).status).toBe(200);

    await putServices(portal.owner, [{ ...plainService("TEST0000000001", "service-0"), title: sameText("Renamed") }]);
    now = new Date(now.getTime() + 61_000);
    const changed = await get("en.json", { "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain("Renamed");
  });

  it("exists in the three versions of the texts and under no other name", async () => {
    expect((await get("simple.json")).status).toBe(200);
    for (const path of ["fr.json", "de", "de.json/x", "__proto__.json"])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});

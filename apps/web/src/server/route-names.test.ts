import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { nameOf } from "./route-names.ts";
import { routes } from "./routes.ts";
import { outcomeOf, send } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

const pages = readdirSync(path.resolve(import.meta.dirname, "../app"), { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => path.dirname(file).split("/"))
  .map((parts) => `/${parts.filter((part) => !/^\(.+\)$|^\.$/.test(part)).join("/")}`);

const page = { path: "/" };

describe("the name of a request in the log", () => {
  it.each(pages)("is that of the page: %s", (address) => {
    expect(nameOf(page, address.replaceAll(/\[\w+\]/g, randomUUID()))).not.toBe("page.other");
  });

  it.each([
    ["/", "page"],
    ["/anliegen/wohngeld/vorab", "page.anliegen._.vorab"],
    ["/vorgaenge/019a0000-0000-7000-8000-000000000000", "page.vorgaenge._"],
    ["/Max-Mustermann", "page.other"],
    ["/konto/Max-Mustermann", "page.other"],
  ])("repeats no word of an address: %s is %s", (address, name) => {
    expect(nameOf(page, address)).toBe(name);
  });

  it("is one word of our table for each route, whatever stands behind it", () => {
    for (const route of routes) expect(nameOf(route, `${route.path}Max-Mustermann`)).toMatch(/^[\w.:-]{1,80}$/);
    expect(routes.map((route) => nameOf(route, `${route.path}Max-Mustermann`)).join()).not.toContain("Mustermann");
  });
});

describe("a line about a request", async () => {
  const edge = await openEdge();
  afterAll(() => edge.close());
  const { url } = await edge.open();
  beforeEach(() => void (edge.logLines.length = 0));
  const logged = async () => {
    await expect.poll(() => edge.logLines.length).toBeGreaterThan(0);
    return edge.logLines.map((line): unknown => JSON.parse(line));
  };

  it("is written for a page, under the number that the answer carries", async () => {
    const { headers } = await send(`${url}/konto`);
    const correlationId = headers["x-correlation-id"];
    expect(correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await logged()).toEqual([
      expect.objectContaining({ event: "http.request", route: "page.konto", status: 200, correlationId }),
    ]);
  });

  it("holds nothing of what somebody has typed", async () => {
    await outcomeOf(`${url}/api/documents/Max-Mustermann`);
    await outcomeOf(`${url}/Max-Mustermann`);
    await expect.poll(() => edge.logLines.length).toBe(2);
    expect(await logged()).toEqual([
      expect.objectContaining({ route: "api.documents", status: 404 }),
      expect.objectContaining({ route: "page.other" }),
    ]);
    expect(edge.logLines.join("")).not.toContain("Mustermann");
  });

  it("is not written for built files and health checks", async () => {
    for (const path of ["/_next/static/x.js", "/healthz/live"])
      expect((await send(url + path)).headers["x-correlation-id"]).toBeUndefined();
    await send(`${url}/konto`);
    expect(await logged()).toHaveLength(1);
  });
});

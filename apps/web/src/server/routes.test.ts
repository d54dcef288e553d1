import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { covers, routes } from "./routes.ts";
import { outcomeOf } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

const snapshot = readFileSync(path.resolve(import.meta.dirname, "../../../../tests/e2e/headers.txt"), "utf8");

const pages = readdirSync(path.resolve(import.meta.dirname, "../app"), { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => path.dirname(file).split("/"))
  .map((parts) => `/${parts.filter((part) => !/^\(.+\)$|^\.$/.test(part)).join("/")}`);

describe("a page", () => {
  it.each(pages)("%s stands in the snapshot of headers", (page) => {
    const address = page.replaceAll(/\[\w+\]/g, "[\\w<>.-]+");
    expect(snapshot).toMatch(new RegExp(`^\\d{3} GET ${address}(?: |$)`, "m"));
  });
});

describe("a route", async () => {
  const edge = await openEdge();
  afterAll(() => edge.close());
  const { url } = await edge.open();
  const headers = { origin: "https://portal.test", "content-length": 0 };
  const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"];
  const found = (asked: string) => routes.find((route) => covers(route, asked))?.path;

  it.each(routes)("$path stands in the snapshot of headers", (route) => {
    expect(snapshot).toMatch(new RegExp(`^\\d{3} [A-Z]+ ${route.path.replaceAll(".", "\\.")}`, "m"));
  });

  it.each(routes)("$path answers to its own methods and to no other", async (route) => {
    for (const method of methods.filter((one) => !(one in route.methods))) {
      // To this one no answer has a body.
      const refusal = method === "HEAD" ? "404 " : "404 request.unknown-path";
      expect([method, await outcomeOf(url + route.path, { method, headers })]).toEqual([method, refusal]);
    }
  });

  it("is the first that fits: by its whole name, or by its beginning where more follows", () => {
    expect(found("/health")).toBe("/health");
    expect(found("/healthy")).toBe("/");
    expect(found("/healthz/other")).toBe("/");
    expect(found("/api/live")).toBe("/api/live");
    expect(found("/api/auth/signin/citizen")).toBe("/api/auth/signin/");
    expect(found("/api/auth/signin")).toBe("/api/auth/");
    expect(found("/api/trpc/cases.getCase")).toBe("/api/trpc/");
    expect(found("/api/v1/services")).toBe("/api/v1/");
  });

  it("that nobody knows below /api is no page", () => {
    for (const asked of ["/api/", "/api/nope", "/api/livestream", "/api/viewer/x", "/api/audit/all"])
      expect(found(asked)).toBe("/api/");
    for (const asked of ["/", "/apidoc", "/API/trpc/x"]) expect(found(asked)).toBe("/");
  });
});

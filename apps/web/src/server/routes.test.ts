import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { kindOf, ownRoutes } from "./routes.ts";

const snapshot = readFileSync(path.resolve(import.meta.dirname, "../../../../tests/e2e/headers.txt"), "utf8");

const pages = readdirSync(path.resolve(import.meta.dirname, "../app"), { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => path.dirname(file).split("/"))
  .map((parts) => `/${parts.filter((part) => !/^\(.+\)$|^\.$/.test(part)).join("/")}`);

describe("a page", () => {
  it.each(pages)("%s stands in the snapshot of headers", (page) => {
    const address = page.replaceAll(/\[\w+\]/g, "[\\w<>-]+");
    expect(snapshot).toMatch(new RegExp(`^\\d{3} GET ${address}(?: |$)`, "m"));
  });
});

describe("a route", () => {
  it.each(Object.keys(ownRoutes))("%s stands in the snapshot of headers", (route) => {
    expect(snapshot).toMatch(new RegExp(`^\\d{3} [A-Z]+ ${route.replaceAll(".", "\\.")}`, "m"));
  });

  it("is found by its whole name, or by its beginning where more follows", () => {
    expect(kindOf("/health")).toBe("health");
    expect(kindOf("/healthy")).toBe("page");
    expect(kindOf("/api/live")).toBe("live");
    expect(kindOf("/api/trpc/cases.getCase")).toBe("json");
    expect(kindOf("/api/v1/services")).toBe("open");
  });

  it("that nobody knows below /api is no page", () => {
    for (const path of ["/api/", "/api/nope", "/api/livestream", "/api/viewer/x"]) expect(kindOf(path)).toBe("json");
    for (const path of ["/", "/apidoc", "/API/trpc/x"]) expect(kindOf(path)).toBe("page");
  });
});

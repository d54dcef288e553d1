import { describe, expect, it } from "vitest";
import { kindOf, ownPath, pathOf } from "./own-path.ts";

describe("the way back after a login", () => {
  it("is a page of ours", () => {
    expect(ownPath("/vorgaenge/0190")).toBe("/vorgaenge/0190");
    expect(ownPath("/")).toBe("/");
  });

  it("carries neither query nor fragment", () => {
    expect(ownPath("/amt?x=1#y")).toBe("/amt");
  });

  it.each([
    undefined,
    "",
    "vorgaenge",
    "https://evil.example/amt",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/%2e%2e//evil.example",
    "///evil.example",
    "//evil\u3002example",
    "//evil\uFF0Eexample",
    "\\\\evil.example",
    "/\n/evil.example",
    "\u0000//evil.example",
    " //evil.example",
    "https:evil.example",
    "data:text/html,x",
    "//portal.test@evil.example",
    "/./\\evil.example",
    "javascript:alert(1)",
    "/api/auth/signout",
    "/anmelden",
  ])("is never %j", (wanted) => {
    expect(ownPath(wanted)).toBeNull();
  });

  it("stays on our own host where another alphabet only looks like a slash", () => {
    for (const wanted of ["/\uFF0Fevil.example", "/\u2044/evil.example", "/%5cevil.example", "/%2f%2fevil.example"]) {
      const path = ownPath(wanted) ?? "";
      expect(new URL(path, "https://portal.test").origin).toBe("https://portal.test");
      expect(path).toMatch(/^\/[^/\\]/);
    }
  });

  it("is found again in what the login hands back after a failure", () => {
    expect(pathOf("http://localhost:3000/amt/vorgang/1")).toBe("/amt/vorgang/1");
    expect(pathOf("http://localhost:3000//evil.example")).toBeNull();
    expect(pathOf("/konto?x=1")).toBe("/konto");
    expect(pathOf("//evil.example")).toBeNull();
    expect(pathOf("nonsense")).toBeNull();
  });

  it("tells which of the two logins it needs", () => {
    expect(kindOf("/amt")).toBe("official");
    expect(kindOf("/amt/vorgang/1")).toBe("official");
    expect(kindOf("/amtlich")).toBe("citizen");
    expect(kindOf("/vorgaenge")).toBe("citizen");
  });
});

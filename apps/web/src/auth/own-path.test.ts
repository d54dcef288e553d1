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
    "javascript:alert(1)",
    "/api/auth/signout",
    "/anmelden",
  ])("is never %j", (wanted) => {
    expect(ownPath(wanted)).toBeNull();
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

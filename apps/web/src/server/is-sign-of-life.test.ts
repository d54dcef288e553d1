import { appRouter } from "@dvd/api/root";
import { describe, expect, it } from "vitest";
import { isSignOfLife } from "./is-sign-of-life.ts";

const background = "/api/trpc/accounts.saveVault";

describe("a sign of life, which keeps a login alive", () => {
  it.each([
    ["POST", "/api/trpc/messages.sendMessage"],
    ["POST", `${background},messages.sendMessage`],
    ["PUT", "/api/uploads/019a0000-0000-7000-8000-000000000000/parts/0"],
  ])("is what somebody does: %s %s", (method, url) => {
    expect(isSignOfLife({ method, url })).toBe(true);
  });

  it.each([
    ["GET", "/api/trpc/cases.listOwnCases?input=%7B%7D"],
    ["GET", "/api/live"],
    ["HEAD", "/api/viewer"],
    ["POST", background],
    ["POST", `${background}?batch=1`],
    ["POST", `${background},accounts.saveVault?batch=1`],
  ])("is no reading, and nothing that a page does by itself: %s %s", (method, url) => {
    expect(isSignOfLife({ method, url })).toBe(false);
  });

  it("names procedures that there are", () => {
    expect(Object.keys(appRouter._def.procedures)).toContain("accounts.saveVault");
  });
});

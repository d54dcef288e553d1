import { describe, expect, it } from "vitest";
import { trustedScriptUrl } from "./trusted-script-url.ts";

const origin = "https://dvd.example";
const script = "HTMLScriptElement src";

describe("an address that wants to become code", () => {
  it("may be a built file of this server", () => {
    expect(trustedScriptUrl("/_next/static/chunks/a.js", script, origin)).toBe("/_next/static/chunks/a.js");
    expect(trustedScriptUrl(`${origin}/_next/static/a.js`, script, origin)).toBe(`${origin}/_next/static/a.js`);
  });

  it.each([
    "https://evil.example/_next/static/a.js",
    "//evil.example/_next/static/a.js",
    "/api/blobs/upload",
    "/_next/static/../../api/blobs/upload",
    "/_next/static/..%2f/../../api/x",
    "data:text/javascript,alert(1)",
    "javascript:alert(1)",
    "http://[",
  ])("may not be %s", (input) => {
    expect(trustedScriptUrl(input, script, origin)).toBeNull();
  });

  it("may be a blob of this page for a worker, but not for a script element and not of another page", () => {
    expect(trustedScriptUrl(`blob:${origin}/1234`, "Worker constructor", origin)).toBe(`blob:${origin}/1234`);
    expect(trustedScriptUrl(`blob:${origin}/1234`, script, origin)).toBeNull();
    expect(trustedScriptUrl("blob:https://evil.example/1234", "Worker constructor", origin)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { isVisit } from "./is-visit.ts";

const visit = (headers: Record<string, string>, method = "GET") => isVisit({ method, headers });

describe("a visit, which keeps a login alive", () => {
  it("is a page that somebody goes to, by its address or by a link", () => {
    expect(visit({ "sec-fetch-dest": "document" })).toBe(true);
    expect(visit({ rsc: "1", "sec-fetch-dest": "empty" })).toBe(true);
  });

  it.each([
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { "sec-fetch-dest": "document", "sec-purpose": "prefetch" },
    { "sec-fetch-dest": "document", "sec-purpose": "prefetch;prerender" },
    { "sec-fetch-dest": "document", purpose: "prefetch" },
  ])("is not what is fetched in advance: %j", (headers) => {
    expect(visit(headers)).toBe(false);
  });

  it("is no picture, no stream, and nothing that only looks whether a page is there", () => {
    expect(visit({ "sec-fetch-dest": "image" })).toBe(false);
    expect(visit({})).toBe(false);
    expect(visit({ "sec-fetch-dest": "document" }, "HEAD")).toBe(false);
  });
});

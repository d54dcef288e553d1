import { describe, expect, it } from "vitest";
import type { Actor } from "../actor.ts";
import type { CitizenId, OfficialId, SessionId, TenantId } from "../ids.ts";
import { budgets, countersOf } from "./budgets.ts";

const common = { sessionId: "s" as SessionId, assurance: "low", authenticatedAt: new Date(0) } as const;
const citizen: Actor = { kind: "citizen", citizenId: "c1" as CitizenId, ...common };
const official: Actor = {
  kind: "official",
  officialId: "o1" as OfficialId,
  tenantId: "t1" as TenantId,
  unitIds: [],
  ledUnitIds: [],
  standsInFor: [],
  roles: [],
  ...common,
};
const networks = [
  { name: "n64", factor: 1 },
  { name: "n48", factor: 8 },
];
const keysOf = (...args: Parameters<typeof countersOf>) => countersOf(...args).map(({ key }) => key);

describe("a call counts", () => {
  it("for citizens on their own budget first, and then on that of their networks", () => {
    expect(countersOf("write", { actor: citizen, networks })).toEqual([
      { of: "citizen", key: "rate_limit:{c1}:write", limit: 10 },
      { of: "address", key: "rate_limit:{n64}:write", limit: 300 },
      { of: "address", key: "rate_limit:{n48}:write", limit: 2_400 },
    ]);
  });

  it("for officials on their own and their authority's budget, and not on the address that they share", () => {
    expect(countersOf("write", { actor: official, networks })).toEqual([
      { of: "official", key: "rate_limit:{o1}:write", limit: 1_000 },
      { of: "tenant", key: "rate_limit:{t1}:write", limit: 20_000 },
    ]);
  });

  it("for who is not signed in on the networks alone", () => {
    expect(keysOf("read", { actor: null, networks })).toEqual(["rate_limit:{n64}:read", "rate_limit:{n48}:read"]);
  });

  it("on the authority that a new case is for, whoever sends it", () => {
    const tenantId = "t2" as TenantId;
    expect(keysOf("draft", { actor: citizen, networks, tenantId })).toEqual(["rate_limit:{t2}:draft"]);
  });
});

describe("the numbers", () => {
  it("let a document of 2 GB through without a pause, and several writes of one person not by the hundred", () => {
    expect(budgets.part.citizen).toBeGreaterThan(2 * Math.ceil(2_000_000_000 / 8_388_608));
    expect(budgets.write).toMatchObject({ citizen: 10, official: 1_000 });
  });
});

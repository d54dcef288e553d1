import { describe, expect, it } from "vitest";
import { type Actor, type OfficialActor, tenantRoles } from "../actor.ts";
import type { CitizenId, OfficialId, SessionId, TenantId, UnitId } from "../ids.ts";
import { type TenantAction, tenantActions, tenantCan } from "./policy.ts";

const session = { sessionId: "s" as SessionId, assurance: "high" as const, authenticatedAt: new Date(0) };
const official: OfficialActor = {
  kind: "official",
  officialId: "o" as OfficialId,
  tenantId: "t" as TenantId,
  unitIds: ["u" as UnitId],
  roles: [],
  ...session,
};
const citizen: Actor = { kind: "citizen", citizenId: "c" as CitizenId, ...session };
// The keys of the table itself; TypeScript widens them to string.
const actions = Object.keys(tenantActions) as TenantAction[];
const about = { officialId: "p" as OfficialId };

describe.each(actions)("the right to %s", (action) => {
  const { roles, relation } = tenantActions[action];

  it.each(tenantRoles)("is as the table says for the role %s, in a unit or in none", (role) => {
    const verdict = roles.some((one) => one === role) || "auth.wrong-role";
    expect(tenantCan(action, { ...official, roles: [role] }, about)).toBe(verdict);
    expect(tenantCan(action, { ...official, unitIds: [], roles: [role] }, about)).toBe(verdict);
  });

  it("belongs to no citizen, and to nobody who only works in a unit", () => {
    expect(tenantCan(action, citizen, about)).toBe("auth.wrong-role");
    expect(tenantCan(action, official, about)).toBe("auth.wrong-role");
  });

  it("ends at oneself where it changes rights", () => {
    const verdict = relation === "not-oneself" ? "member.oneself" : true;
    expect(tenantCan(action, { ...official, roles: tenantRoles }, { officialId: official.officialId })).toBe(verdict);
  });
});

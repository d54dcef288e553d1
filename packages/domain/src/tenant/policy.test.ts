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
  ledUnitIds: [],
  standsInFor: [],
  roles: [],
  ...session,
};
const citizen: Actor = { kind: "citizen", citizenId: "c" as CitizenId, ...session };
// The keys of the table itself; TypeScript widens them to string.
const actions = Object.keys(tenantActions) as TenantAction[];
const [ownUnit, otherUnit] = ["u" as UnitId, "v" as UnitId];
const about = { officialId: "p" as OfficialId, unitId: ownUnit };

describe.each(actions)("the right to %s", (action) => {
  const { roles, relation } = tenantActions[action];
  /** What somebody of the unit who is no admin is told about another one's. */
  const ofOthers = relation === "oneself-or-admin" ? "deputy.not-found" : true;
  const isListed = (role: string) => roles.some((one) => one === role);

  it.each(tenantRoles)("is as the table says for the role %s in no unit", (role) => {
    const verdict = isListed(role) || "auth.wrong-role";
    expect(tenantCan(action, { ...official, unitIds: [], roles: [role] }, about)).toBe(verdict);
  });

  it("belongs to no citizen, and to who only works in a unit where the table says so", () => {
    expect(tenantCan(action, citizen, about)).toBe("auth.wrong-role");
    expect(tenantCan(action, official, about)).toBe(isListed("member") ? ofOthers : "auth.wrong-role");
  });

  it("ends at oneself where it changes rights, and at the own unit where it is about one", () => {
    const anybody = { ...official, roles: tenantRoles };
    const own = tenantCan(action, anybody, { ...about, officialId: official.officialId });
    expect(own).toBe(relation === "not-oneself" || relation === "others-in-case" ? "member.oneself" : true);
    const other = tenantCan(action, anybody, { ...about, unitId: otherUnit });
    expect(other).toBe(relation === "own-unit" ? "unit.not-found" : true);
  });

  it("is a lead's where the table says so, and about a case only where it is one of their unit", () => {
    const lead = { ...official, ledUnitIds: [ownUnit] };
    const isFor = isListed("lead") || isListed("member");
    expect(tenantCan(action, lead, about)).toBe(isFor ? ofOthers : "auth.wrong-role");
    const ends = { "own-unit": "unit.not-found", "others-in-case": "case.not-found" };
    const reach = Object.entries(ends).find(([ofUnit]) => ofUnit === relation)?.[1] ?? ofOthers;
    expect(tenantCan(action, lead, { ...about, unitId: otherUnit })).toBe(isFor ? reach : "auth.wrong-role");
  });
});

import { describe, expect, it } from "vitest";
import type { Actor, OfficialActor } from "../actor.ts";
import type { CitizenId, OfficialId, SessionId, TenantId, UnitId } from "../ids.ts";
import { auditCan } from "./policy.ts";

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

describe.each(Object.entries(auditCan))("the right to %s the audit log", (_action, may) => {
  it("belongs to auditors, with a unit or without one", () => {
    expect(may({ ...official, roles: ["auditor"] })).toBe(true);
    expect(may({ ...official, unitIds: [], roles: ["auditor"] })).toBe(true);
  });

  it("belongs to nobody else", () => {
    expect(may(official)).toBe("auth.wrong-role");
    expect(may(citizen)).toBe("auth.wrong-role");
  });
});

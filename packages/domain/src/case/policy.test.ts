import { describe, expect, it } from "vitest";
import type { CitizenActor, OfficialActor } from "../actor.ts";
import type { CitizenId, OfficialId, SessionId, TenantId, UnitId } from "../ids.ts";
import { caseActions, caseStates, statusWords } from "./lifecycle.ts";
import { type CaseFacts, caseCan } from "./policy.ts";

const citizen: CitizenActor = {
  kind: "citizen",
  citizenId: "c1" as CitizenId,
  sessionId: "s1" as SessionId,
  assurance: "substantial",
};
const official: OfficialActor = {
  kind: "official",
  officialId: "o1" as OfficialId,
  tenantId: "t1" as TenantId,
  unitIds: ["u1" as UnitId],
  roles: [],
  sessionId: "s2" as SessionId,
  assurance: "substantial",
};
const colleague: OfficialActor = { ...official, officialId: "o2" as OfficialId };
const otherUnit: OfficialActor = { ...official, unitIds: ["u2" as UnitId] };
const otherTenant: OfficialActor = { ...official, tenantId: "t2" as TenantId };
const otherCitizen: CitizenActor = { ...citizen, citizenId: "c2" as CitizenId };

const routed: CaseFacts = {
  tenantId: official.tenantId,
  unitId: "u1" as UnitId,
  citizenId: citizen.citizenId,
  state: "ROUTED",
  assignedOfficialId: null,
};
const draft: CaseFacts = { ...routed, state: "DRAFT" };
const assigned: CaseFacts = { ...routed, state: "ASSIGNED", assignedOfficialId: official.officialId };

describe("what may be done with a case", () => {
  it("does not exist for another unit, another authority and another citizen, whatever they try", () => {
    for (const stranger of [otherUnit, otherTenant, otherCitizen])
      for (const verdict of Object.values(caseCan))
        for (const facts of [draft, routed, assigned]) expect(verdict(facts, stranger)).toBe("case.not-found");
  });

  it("does not exist for the authority while it is a draft", () => {
    for (const verdict of Object.values(caseCan)) expect(verdict(draft, official)).toBe("case.not-found");
  });

  it("is submitted by its citizen, once", () => {
    expect(caseCan.submit(draft, citizen)).toBe(true);
    expect(caseCan.submit(routed, citizen)).toBe("case.wrong-state");
    expect(caseCan.submit(routed, official)).toBe("auth.wrong-role");
  });

  it("is claimed by an official of the unit, once", () => {
    expect(caseCan.claim(routed, official)).toBe(true);
    expect(caseCan.claim(assigned, colleague)).toBe("case.already-claimed");
    expect(caseCan.claim(routed, citizen)).toBe("auth.wrong-role");
  });

  it("hears the citizen and the official who took it, and nobody else", () => {
    expect(caseCan.write(assigned, official)).toBe(true);
    expect(caseCan.write(assigned, citizen)).toBe(true);
    expect(caseCan.write(assigned, colleague)).toBe("case.not-assigned");
    expect(caseCan.write(routed, official)).toBe("case.not-assigned");
    expect(caseCan.write(draft, citizen)).toBe("case.wrong-state");
  });

  it("is handed to a citizen's new key by anybody of its unit while it is open, and by no citizen", () => {
    for (const member of [official, colleague]) {
      expect(caseCan.grantCopy(routed, member)).toBe(true);
      expect(caseCan.grantCopy(assigned, member)).toBe(true);
    }
    expect(caseCan.grantCopy({ ...routed, state: "RECEIVED" }, official)).toBe("case.wrong-state");
    expect(caseCan.grantCopy(assigned, citizen)).toBe("auth.wrong-role");
  });

  it("takes documents while it is a draft, and afterwards from those who may write", () => {
    expect(caseCan.upload(draft, citizen)).toBe(true);
    expect(caseCan.upload(assigned, citizen)).toBe(true);
    expect(caseCan.upload(assigned, colleague)).toBe("case.not-assigned");
  });
});

describe("the life of a case", () => {
  it("has a word for people in every state and a state behind every action", () => {
    expect(Object.keys(statusWords).toSorted()).toEqual([...caseStates].toSorted());
    for (const { from, to } of Object.values(caseActions))
      expect(caseStates).toEqual(expect.arrayContaining([...from, to]));
  });
});

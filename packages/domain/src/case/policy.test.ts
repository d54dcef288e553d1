import { describe, expect, it } from "vitest";
import type { CitizenActor, OfficialActor } from "../actor.ts";
import type { CitizenId, OfficialId, SessionId, TenantId, UnitId } from "../ids.ts";
import { caseActions, caseGroups, caseStates, statusWords } from "./lifecycle.ts";
import { actingFor, type CaseFacts, caseCan } from "./policy.ts";

const citizen: CitizenActor = {
  kind: "citizen",
  citizenId: "c1" as CitizenId,
  sessionId: "s1" as SessionId,
  assurance: "substantial",
  authenticatedAt: new Date(0),
};
const official: OfficialActor = {
  kind: "official",
  officialId: "o1" as OfficialId,
  tenantId: "t1" as TenantId,
  unitIds: ["u1" as UnitId],
  ledUnitIds: [],
  standsInFor: [],
  roles: [],
  sessionId: "s2" as SessionId,
  assurance: "substantial",
  authenticatedAt: new Date(0),
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
  citizenLeftAt: null,
  recusedIds: [],
  entrustedIds: [],
};
const draft: CaseFacts = { ...routed, state: "DRAFT" };
const assigned: CaseFacts = { ...routed, state: "ASSIGNED", assignedOfficialId: official.officialId };
const waiting: CaseFacts = { ...assigned, state: "WAITING" };
const withdrawn: CaseFacts = { ...assigned, state: "WITHDRAWN" };
const left: CaseFacts = { ...assigned, citizenLeftAt: new Date() };

describe("what may be done with a case", () => {
  it("does not exist for another unit, another authority and another citizen, whatever they try", () => {
    for (const stranger of [otherUnit, otherTenant, otherCitizen])
      for (const verdict of Object.values(caseCan))
        for (const facts of [draft, routed, assigned, waiting, withdrawn, left])
          expect(verdict(facts, stranger)).toBe("case.not-found");
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
    // Whoever had it has left.
    for (const state of ["IN_PROGRESS", "WAITING"] as const)
      expect(caseCan.claim({ ...assigned, state, assignedOfficialId: null }, colleague)).toBe(true);
  });

  it("hears the citizen and the official who took it, and nobody else", () => {
    expect(caseCan.write(assigned, official)).toBe(true);
    expect(caseCan.write(assigned, citizen)).toBe(true);
    expect(caseCan.write(assigned, colleague)).toBe("case.not-assigned");
    expect(caseCan.write(routed, official)).toBe("case.not-assigned");
    expect(caseCan.write(draft, citizen)).toBe("case.wrong-state");
  });

  it("waits for its citizen when the official who took it asks for something, and not twice at once", () => {
    expect(caseCan.askCitizen(assigned, official)).toBe(true);
    expect(caseCan.askCitizen({ ...assigned, state: "IN_PROGRESS" }, official)).toBe(true);
    expect(caseCan.askCitizen(assigned, colleague)).toBe("case.not-assigned");
    expect(caseCan.askCitizen(routed, official)).toBe("case.not-assigned");
    expect(caseCan.askCitizen(waiting, official)).toBe("case.wrong-state");
    expect(caseCan.askCitizen(assigned, citizen)).toBe("auth.wrong-role");
  });

  it("is given back by the answer of its citizen, and by nobody else's", () => {
    expect(caseCan.answer(waiting, citizen)).toBe(true);
    expect(caseCan.answer(assigned, citizen)).toBe("case.wrong-state");
    expect(caseCan.answer(waiting, official)).toBe("auth.wrong-role");
    // Waiting silences nobody.
    for (const either of [citizen, official]) expect(caseCan.write(waiting, either)).toBe(true);
  });

  it("goes on without the answer when the official who took it says so, also when nobody is there to answer", () => {
    expect(caseCan.resume(waiting, official)).toBe(true);
    expect(caseCan.resume({ ...waiting, citizenLeftAt: new Date() }, official)).toBe(true);
    expect(caseCan.resume(waiting, colleague)).toBe("case.not-assigned");
    expect(caseCan.resume(waiting, citizen)).toBe("auth.wrong-role");
    for (const facts of [assigned, withdrawn]) expect(caseCan.resume(facts, official)).toBe("case.wrong-state");
  });

  it("is withdrawn by its citizen, once, and then hears nobody any more", () => {
    for (const facts of [routed, assigned, waiting]) expect(caseCan.withdraw(facts, citizen)).toBe(true);
    expect(caseCan.withdraw(draft, citizen)).toBe("case.wrong-state");
    expect(caseCan.withdraw(withdrawn, citizen)).toBe("case.wrong-state");
    expect(caseCan.withdraw(assigned, official)).toBe("auth.wrong-role");
    for (const either of [citizen, official]) {
      expect(caseCan.write(withdrawn, either)).toBe("case.wrong-state");
      expect(caseCan.upload(withdrawn, either)).toBe("case.wrong-state");
      expect(caseCan.read(withdrawn, either)).toBe(true);
    }
    expect(caseCan.askCitizen(withdrawn, official)).toBe("case.wrong-state");
    expect(caseCan.claim({ ...withdrawn, assignedOfficialId: null }, official)).toBe("case.wrong-state");
  });

  it("is not written in when nobody is there any more who could read", () => {
    expect(caseCan.write(left, official)).toBe("case.citizen-left");
    expect(caseCan.askCitizen(left, official)).toBe("case.citizen-left");
    expect(caseCan.upload(left, official)).toBe("case.citizen-left");
    expect(caseCan.read(left, official)).toBe(true);
  });

  it("is handed to a citizen's new key by anybody of its unit as long as it is kept, and by no citizen", () => {
    for (const member of [official, colleague])
      for (const facts of [routed, assigned, waiting, withdrawn]) expect(caseCan.grantCopy(facts, member)).toBe(true);
    expect(caseCan.grantCopy({ ...routed, state: "RECEIVED" }, official)).toBe("case.wrong-state");
    expect(caseCan.grantCopy(assigned, citizen)).toBe("auth.wrong-role");
  });

  it("is closed to whoever is biased, whatever they try and in every state, and to nobody else", () => {
    for (const verdict of Object.values(caseCan))
      for (const facts of [routed, assigned, waiting, withdrawn, left]) {
        const recused = { ...facts, recusedIds: [official.officialId] };
        expect(verdict(recused, official)).toBe("case.recused");
        for (const other of [colleague, citizen]) expect(verdict(recused, other)).toBe(verdict(facts, other));
        // A stranger does not learn that anybody is.
        expect(verdict({ ...facts, recusedIds: [otherUnit.officialId] }, otherUnit)).toBe("case.not-found");
      }
  });

  it("can be left because of bias by every official who could read it, and by no citizen", () => {
    for (const facts of [routed, assigned, waiting, withdrawn, left])
      for (const member of [official, colleague]) expect(caseCan.recuse(facts, member)).toBe(true);
    expect(caseCan.recuse(assigned, citizen)).toBe("auth.wrong-role");
  });

  it("is to a deputy what it is to whom they stand in for, in the unit that they share", () => {
    const deputy = { ...colleague, standsInFor: [official.officialId] };
    const acts = ["write", "upload", "askCitizen", "resume"] as const;
    for (const facts of [routed, assigned, waiting, withdrawn, left])
      for (const act of acts) expect(caseCan[act](facts, deputy)).toBe(caseCan[act](facts, official));
    expect(caseCan.write(assigned, deputy)).toBe(true);
    expect(actingFor(assigned, deputy)).toBe(official.officialId);
    for (const other of [official, colleague, citizen]) expect(actingFor(assigned, other)).toBeNull();
    expect(actingFor(routed, deputy)).toBeNull();
    for (const verdict of Object.values(caseCan))
      expect(verdict(assigned, { ...otherUnit, standsInFor: [official.officialId] })).toBe("case.not-found");
  });

  it("is to a deputy of another unit the same once it was handed to them, but for what takes a member of the unit", () => {
    const standing = { ...otherUnit, officialId: "o4" as OfficialId, standsInFor: [official.officialId] };
    const handed = (facts: CaseFacts): CaseFacts => ({ ...facts, entrustedIds: [standing.officialId] });
    const acts = ["read", "write", "upload", "askCitizen", "resume", "recuse"] as const;
    for (const facts of [assigned, waiting, withdrawn])
      for (const act of acts) expect(caseCan[act](handed(facts), standing)).toBe(caseCan[act](facts, official));
    for (const act of ["grantCopy", "reseal"] as const)
      expect(caseCan[act](handed(assigned), standing)).toBe("member.not-believed");
    expect(caseCan.entrust(handed(assigned), standing)).toBe("case.not-assigned");
    expect(caseCan.claim(handed(assigned), standing)).toBe("case.already-claimed");
    const biased = { ...handed(assigned), recusedIds: [standing.officialId] };
    for (const verdict of Object.values(caseCan)) {
      expect(verdict(biased, standing)).toBe("case.recused");
      // Handed to somebody else, on another day, by somebody who has it no more, or in another authority: a stranger.
      expect(verdict({ ...assigned, entrustedIds: [colleague.officialId] }, standing)).toBe("case.not-found");
      expect(verdict(handed(assigned), { ...standing, standsInFor: [] })).toBe("case.not-found");
      expect(verdict({ ...handed(assigned), assignedOfficialId: colleague.officialId }, standing)).toBe(
        "case.not-found",
      );
      expect(verdict(handed(routed), standing)).toBe("case.not-found");
      expect(verdict(handed(assigned), { ...standing, tenantId: otherTenant.tenantId })).toBe("case.not-found");
    }
  });

  it("is handed over by whoever has taken it, as long as it runs, and by nobody in their place", () => {
    expect(caseCan.entrust(assigned, official)).toBe(true);
    expect(caseCan.entrust(waiting, official)).toBe(true);
    expect(caseCan.entrust(withdrawn, official)).toBe("case.wrong-state");
    const near = { ...colleague, standsInFor: [official.officialId] };
    for (const other of [colleague, near]) expect(caseCan.entrust(assigned, other)).toBe("case.not-assigned");
    expect(caseCan.entrust(assigned, citizen)).toBe("auth.wrong-role");
  });

  it("is nothing to whoever stands in for a deputy of its assignee", () => {
    const third = { ...official, officialId: "o3" as OfficialId, standsInFor: [colleague.officialId] };
    expect(caseCan.write(assigned, third)).toBe("case.not-assigned");
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

  it("is in exactly one list of its citizen from the moment it is sent", () => {
    const listed = Object.values(caseGroups).flat().toSorted();
    expect(listed).toEqual(caseStates.filter((state) => state !== "DRAFT").toSorted());
  });
});

import type { CaseId, UnitId } from "@dvd/domain/ids";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { submitCase } from "../cases/submit-case.ts";
import { withdrawCase } from "../cases/withdraw-case.ts";
import { getCase } from "../cases/get-case.ts";
import { describeDirectory } from "../directory/describe-directory.ts";
import { findOffice } from "../directory/find-office.ts";
import { publishRules } from "../founding/publish-rules.ts";
import { invite } from "../invitations/invite.ts";
import { withdrawInvitation } from "../invitations/withdraw-invitation.ts";
import { getOverview } from "../members/get-overview.ts";
import { putMember } from "../members/put-member.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { makeProposal, propose, unitOf } from "../testing/rotating.ts";
import { anId, fillCase, sendCase } from "../testing/sealing.ts";
import { placeOf } from "../testing/towns.ts";
import { proposeKey } from "../unit-keys/propose-key.ts";
import { withdrawKey } from "../unit-keys/withdraw-key.ts";
import { closeUnit } from "./close-unit.ts";
import { createUnit } from "./create-unit.ts";
import { renameUnit } from "./rename-unit.ts";
import { reopenUnit } from "./reopen-unit.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const refused = refusalIn(portal);
let admin: Omit<Official, "keys">;
let adminThere: Omit<Official, "keys">;
let member: Official;
beforeAll(async () => {
  [admin, adminThere] = [await portal.admin("here"), await portal.admin("there")];
  member = await portal.official(2);
});

const seen = async (unitId: string) => (await getOverview(admin.ctx)).units.find((one) => one.unitId === unitId);
const create = async (name: string): Promise<UnitId> => (await createUnit(admin.ctx, { name })).unitId;
const aDayLater = { now: () => new Date(Date.now() + 86_400_000) };
const recordsOf = async (unitId: string) => {
  const rows = await portal.sql<{ type: string; actor_id: string; payload: object }[]>`
    select type, actor_id, payload from audit_intake where payload ->> 'unitId' = ${unitId} order by created_at, id`;
  return rows.map(({ type, actor_id, payload }) => [type, actor_id === admin.ctx.actor.officialId, payload]);
};
/** What an operator does with the rules of the first town: all of them anew. */
const route = (...rules: { unitId: UnitId; services?: string[] }[]) => {
  const [town] = portal.authorities;
  if (!town) throw new Error("the portal has a town");
  const all = rules.map((rule, place) => {
    const id = `rule-${place}`;
    return { ...rule, id, postalCodes: [{ from: "10000", to: "19999" }], reason: "test" };
  });
  return publishRules({ ...portal.deps, db: portal.owner }, town.tenantId, all);
};

describe("a unit that an admin makes", () => {
  it("has a name and nothing else, leads nobody to it, and is on record", async () => {
    const unitId = await create("Parks office");
    expect(await seen(unitId)).toEqual({
      unitId,
      name: "Parks office",
      closedAt: null,
      epoch: null,
      runningCases: 0,
      obstacles: [],
      members: [],
      formers: [],
    });
    expect(await recordsOf(unitId)).toEqual([["unit.created", true, { unitId }]]);
    await expect(route({ unitId })).rejects.toThrow("Parks office has no signed key yet");
    expect((await findOffice(portal.deps, placeOf.here)).unit).toBe("Front office");
  });

  it("has a name of its own in its authority, however it is spelt, and another one may have the same", async () => {
    for (const name of ["Front office", "FRONT OFFICE", "front Office"])
      expect(await refused(() => createUnit(admin.ctx, { name }))).toBe("unit.name-taken");
    const name = "Straßenamt Süd";
    await create(name);
    expect(await outcome(createUnit(adminThere.ctx, { name }))).toBe("accepted");
    expect(await refused(() => createUnit(admin.ctx, { name: "STRAßENAMT SÜD" }))).toBe("unit.name-taken");
  });

  it("waits for whoever is giving a name at this moment, and then finds it taken", async () => {
    const { tenantId } = admin.ctx.actor;
    const unitId = await create("Riverside");
    const acts = [
      () => createUnit(admin.ctx, { name: "TWINS" }),
      () => renameUnit(admin.ctx, { unitId, name: "TWINS" }),
    ];
    const given = Promise.withResolvers<undefined>();
    const stored = Promise.withResolvers<undefined>();
    const giving = portal.sql.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(7236008, hashtext(${tenantId}))`;
      await sql`insert into units (id, tenant_id, name) values (gen_random_uuid(), ${tenantId}, 'twins')`;
      stored.resolve(undefined);
      await given.promise;
    });
    await stored.promise;
    const outcomes = acts.map((act) => outcome(act()));
    await vi.waitFor(async () => {
      const waiting = await portal.sql`select 1 from pg_locks where not granted
        and database = (select oid from pg_database where datname = current_database())`;
      expect(waiting.length).toBeGreaterThanOrEqual(acts.length);
    });
    given.resolve(undefined);
    await giving;
    expect(await Promise.all(outcomes)).toEqual(["unit.name-taken", "unit.name-taken"]);
  });

  it("is made, renamed, closed and opened by nobody else, nor with an old login, nor in another authority", async () => {
    const unitId = await create("Nobody else's");
    const acts = [
      (ctx: Official["ctx"]) => createUnit(ctx, { name: "Mine" }),
      (ctx: Official["ctx"]) => renameUnit(ctx, { unitId, name: "Mine" }),
      (ctx: Official["ctx"]) => closeUnit(ctx, { unitId }),
      (ctx: Official["ctx"]) => reopenUnit(ctx, { unitId }),
    ];
    const auditor = await portal.auditor();
    for (const act of acts) {
      expect(await refused(() => act(member.ctx))).toBe("auth.wrong-role");
      expect(await refused(() => act(auditor.ctx))).toBe("auth.wrong-role");
      expect(await refused(() => act({ ...admin.ctx, ...aDayLater }))).toBe("auth.login-too-old");
    }
    for (const act of acts.slice(1)) expect(await refused(() => act(adminThere.ctx))).toBe("unit.not-found");
  });
});

describe("a new name", () => {
  it("counts at once for everybody, changes nothing that was signed, and leaves no name in the log", async () => {
    const unitId = unitOf(await portal.official(0));
    const signed = await portal.sql`select payload from statements order by id`;
    await renameUnit(admin.ctx, { unitId, name: "Citizens' office" });
    expect((await findOffice(portal.deps, placeOf.here)).unit).toBe("Citizens' office");
    expect((await describeDirectory(portal.deps, "de")).offices.map(({ unit }) => unit)).toContain("Citizens' office");
    expect(await portal.sql`select payload from statements order by id`).toEqual(signed);
    expect((await recordsOf(unitId)).at(-1)).toEqual(["unit.renamed", true, { unitId }]);
    await renameUnit(admin.ctx, { unitId, name: "Front office" });
  });

  it("is not another unit's, and may be the own one spelt anew", async () => {
    const unitId = await create("Harbour");
    expect(await refused(() => renameUnit(admin.ctx, { unitId, name: "back office" }))).toBe("unit.name-taken");
    expect(await outcome(renameUnit(admin.ctx, { unitId, name: "HARBOUR" }))).toBe("accepted");
    expect(await refused(() => renameUnit(admin.ctx, { unitId: anId<UnitId>(), name: "X" }))).toBe("unit.not-found");
  });
});

describe("a unit that is closed", () => {
  it("was told everything that is in the way, and closes when the last of it is gone", async () => {
    const unitId = unitOf(member);
    const citizen = await portal.citizen();
    const { caseId } = await sendCase(portal, citizen, placeOf.nextDoor);
    const { input: drafted } = await fillCase(portal, citizen, placeOf.nextDoor);
    await propose(portal, member);
    const { invitationId } = await invite(admin.ctx, { unitId, role: "official", postSign: "new 1" });
    const close = () => closeUnit(admin.ctx, { unitId });

    expect((await seen(unitId))?.obstacles).toEqual(["rules", "cases", "key", "invitations"]);
    expect(await refused(close)).toBe("unit.in-use");
    await route({ unitId: unitOf(await portal.official(0)) });
    expect((await seen(unitId))?.obstacles).toEqual(["cases", "key", "invitations"]);
    expect(await refused(close)).toBe("unit.in-use");
    await withdrawKey(member.ctx, { unitId });
    await withdrawInvitation(admin.ctx, { invitationId });
    expect((await seen(unitId))?.obstacles).toEqual(["cases"]);
    expect(await refused(close)).toBe("unit.in-use");
    const { summary } = await getCase(citizen.ctx, { caseId });
    await withdrawCase(citizen.ctx, { caseId, version: summary.version });
    expect((await seen(unitId))?.obstacles).toEqual([]);
    await close();

    expect((await recordsOf(unitId)).at(-1)).toEqual(["unit.closed", true, { unitId }]);
    expect(await refused(close)).toBe("unit.closed");
    // What somebody had begun before is not sent to where nobody looks any more.
    expect(await refused(() => submitCase(citizen.ctx, drafted))).toBe("unit.closed");
  });

  it("takes no rule, no member, no invitation and no key, and is offered to nobody", async () => {
    const unitId = unitOf(member);
    const colleague = await portal.official(0);
    const { input } = await makeProposal(portal, member);
    expect(await refused(() => proposeKey(member.ctx, input))).toBe("unit.closed");
    const newcomer = { unitId, officialId: colleague.ctx.actor.officialId, role: "official" as const };
    expect(await refused(() => putMember(admin.ctx, newcomer))).toBe("unit.closed");
    expect(await refused(() => invite(admin.ctx, { unitId, role: "lead", postSign: "new 2" }))).toBe("unit.closed");
    await expect(route({ unitId })).rejects.toThrow("Back office is closed");
    expect((await describeDirectory(portal.deps, "de")).offices.some((one) => one.unitId === unitId)).toBe(false);
  });

  it("leaves to its members what was there, and the authority goes on signing for its key", async () => {
    const [found] = await portal.sql<{ id: CaseId }[]>`
      select id from cases where unit_id = ${unitOf(member)} and state = 'WITHDRAWN'`;
    if (!found) throw new Error("the unit has had a case");
    expect((await getCase(member.ctx, { caseId: found.id })).summary.state).toBe("WITHDRAWN");
    const { tenantId } = member.ctx.actor;
    const directory = await portal.directory(tenantId);
    expect(directory.unitKey(unitOf(member))?.epoch).toBe(1);
    expect(directory.signers(unitOf(member)).size).toBe(1);
  });

  it("is opened again by an admin, on record, and takes everything as before", async () => {
    const unitId = unitOf(member);
    await reopenUnit(admin.ctx, { unitId });
    expect((await recordsOf(unitId)).at(-1)).toEqual(["unit.reopened", true, { unitId }]);
    expect(await refused(() => reopenUnit(admin.ctx, { unitId }))).toBe("unit.not-closed");
    await route({ unitId: unitOf(await portal.official(0)), services: [placeOf.here.serviceKey] }, { unitId });
    expect((await findOffice(portal.deps, placeOf.nextDoor)).unitId).toBe(unitId);
    expect(await outcome(sendCase(portal, await portal.citizen(), placeOf.nextDoor))).toBe("accepted");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askCitizen } from "../cases/ask-citizen.ts";
import { claimCase } from "../cases/claim-case.ts";
import { getCase } from "../cases/get-case.ts";
import { listUnits } from "../accounts/list-units.ts";
import { giveRole as give } from "@dvd/db/repositories/members";
import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import type { OfficialId, UnitId } from "@dvd/domain/ids";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditOf, changesOf } from "../testing/rows.ts";
import { anId, sendCase, writeMessage } from "../testing/sealing.ts";
import { getOverview } from "./get-overview.ts";
import { giveRole } from "./give-role.ts";
import { putMember } from "./put-member.ts";
import { removeMember } from "./remove-member.ts";
import { takeRole } from "./take-role.ts";

const portal = await openPortal();
afterAll(() => portal.close());

type Person = Omit<Official, "keys">;
let [admin, otherAdmin, adminThere]: Person[] = [];
let unitId: UnitId;
beforeAll(async () => {
  admin = await portal.admin("here", 1);
  otherAdmin = await portal.admin("here", 2);
  adminThere = await portal.admin("there");
  const front = portal.authorities[0]?.units.find(({ slug }) => slug === "front");
  if (!front) throw new Error("the town has a front office");
  unitId = front.id;
});
const ctxOf = (person: Person | undefined) => {
  if (!person) throw new Error("nobody has logged in");
  return person.ctx;
};
const idOf = (person: Person | undefined): OfficialId => ctxOf(person).actor.officialId;

/** Refused, and nothing happened. */
const refused = refusalIn(portal);
const unitOf = async () => {
  const unit = (await getOverview(ctxOf(admin))).units.find((one) => one.unitId === unitId);
  if (!unit) throw new Error("the overview has the unit");
  return unit;
};
const recordsOf = async (officialId: string) => {
  const rows = await portal.sql<{ type: string; actor_id: string; payload: Record<string, unknown> }[]>`
    select type, actor_id, payload from audit_intake where payload ->> 'memberId' = ${officialId} order by created_at, id`;
  return rows.map(({ type }) => type);
};

describe("what an admin sees", () => {
  it("is every unit of the own authority, who is in it, who can read, and how many cases run", async () => {
    const citizen = await portal.citizen();
    await sendCase(portal, citizen);
    const { units, people, authority } = await getOverview(ctxOf(admin));
    expect([authority, units.map(({ name }) => name)]).toEqual(["Town of Here", ["Back office", "Front office"]]);
    expect(await unitOf()).toEqual({
      unitId,
      name: "Front office",
      closedAt: null,
      epoch: 1,
      runningCases: 1,
      obstacles: ["rules", "cases"],
      formers: [],
      members: [0, 1].map((place) => ({
        officialId: expect.any(String),
        postSign: `official-${place}`,
        role: "lead",
        key: "holds",
        isSigned: true,
      })),
    });
    expect(people.find(({ isYou }) => isYou)).toMatchObject({ roles: ["admin"], mayChange: false });
    expect(people.map(({ postSign }) => postSign)).not.toContain("official-3");
  });

  it("is nobody else's to see, and nothing of a case", async () => {
    for (const who of [await portal.official(0), await portal.auditor()])
      expect(await refused(() => getOverview(who.ctx))).toBe("auth.wrong-role");
    const { caseId } = await sendCase(portal, await portal.citizen());
    expect(await outcome(getCase(ctxOf(admin), { caseId }))).toBe("case.not-found");
    expect(JSON.stringify(await getOverview(ctxOf(admin)))).not.toContain(caseId);
  });
});

describe("a member", () => {
  it("is taken in, given another role and removed, each with the next request and on record", async () => {
    const officialId = idOf(otherAdmin);
    await putMember(ctxOf(admin), { unitId, officialId, role: "official" });
    const joined = await portal.admin("here", 2);
    expect(joined.ctx.actor.unitIds).toEqual([unitId]);
    // A member without the key: what is sealed for others does not reach them.
    expect((await listUnits(joined.ctx)).units).toMatchObject([{ unitId, seeds: [] }]);
    expect((await unitOf()).members).toContainEqual(
      expect.objectContaining({ officialId, role: "official", key: "none", isSigned: false }),
    );

    await putMember(ctxOf(admin), { unitId, officialId, role: "lead" });
    expect((await unitOf()).members.find((one) => one.officialId === officialId)?.role).toBe("lead");

    expect(await removeMember(ctxOf(admin), { unitId, officialId })).toEqual({ officialId, releasedCases: 0 });
    expect((await portal.admin("here", 2)).ctx.actor.unitIds).toEqual([]);
    expect(await recordsOf(officialId)).toEqual(["member.added", "member.changed", "member.removed"]);
  });

  it("who is removed leaves no sealed key behind, and the signed list is shown to be older", async () => {
    const leaver = await portal.official(1);
    const { officialId } = leaver.ctx.actor;
    const kept = portal.sql`select 1 from unit_seed_grants where official_id = ${officialId} and unit_id = ${unitId}`;
    expect(await kept).toHaveLength(1);
    await removeMember(ctxOf(admin), { unitId, officialId });
    const left = await portal.sql`
      select 1 from unit_seed_grants where official_id = ${officialId} and unit_id = ${unitId}`;
    expect(left).toHaveLength(0);
    expect(await unitOf()).toMatchObject({
      formers: [{ officialId, postSign: "official-1", isSigned: true, hasKey: true }],
    });
    await putMember(ctxOf(admin), { unitId, officialId, role: "lead" });
    expect((await unitOf()).members.find((one) => one.officialId === officialId)).toMatchObject({
      key: "waits",
      isSigned: true,
    });
  });

  it("who is removed has no case any more: colleagues take them, also those that wait for their citizen", async () => {
    const [leaver, colleague] = [await portal.official(1), await portal.official(0)];
    const citizen = await portal.citizen();
    const [open, waiting] = [await sendCase(portal, citizen), await sendCase(portal, citizen)];
    for (const { caseId } of [open, waiting]) await claimCase(leaver.ctx, { caseId, version: 3 });
    const { message } = await writeMessage(leaver.keys.signing, waiting.caseKey);
    const dueOn = daysAfter(germanDay(new Date()), 7);
    await askCitizen(leaver.ctx, { caseId: waiting.caseId, message, dueOn });

    const { officialId } = leaver.ctx.actor;
    const untaken = await sendCase(portal, citizen);
    expect((await removeMember(ctxOf(admin), { unitId, officialId })).releasedCases).toBe(2);
    // A request that had begun before still names the unit: nobody could take such a case from them again.
    expect(await refused(() => claimCase(leaver.ctx, { caseId: untaken.caseId, version: 3 }))).toBe("case.not-found");
    const again = await portal.official(1);
    for (const { caseId } of [open, waiting])
      expect(await outcome(getCase(again.ctx, { caseId }))).toBe("case.not-found");
    expect((await auditOf(portal, open.caseId)).at(-1)).toMatchObject({
      type: "case.released",
      payload: { formerId: officialId },
    });
    expect((await changesOf(portal, open.caseId)).slice(-2)).toEqual(["unit case.released", "citizen case.released"]);

    for (const { caseId } of [open, waiting]) {
      const { version } = (await getCase(colleague.ctx, { caseId })).summary;
      await claimCase(colleague.ctx, { caseId, version });
    }
    const rows = await portal.sql`
      select state, due_on::text as due from cases where id in (${open.caseId}, ${waiting.caseId}) order by state`;
    expect([...rows]).toEqual([
      { state: "ASSIGNED", due: null },
      { state: "WAITING", due: dueOn },
    ]);
    await putMember(ctxOf(admin), { unitId, officialId, role: "lead" });
  });

  it("stays while nobody else has the key: what was sealed for the unit would be closed for good", async () => {
    const last = { unitId, officialId: (await portal.official(0)).ctx.actor.officialId };
    expect((await unitOf()).members.filter(({ key }) => key === "holds")).toHaveLength(1);
    expect(await refused(() => removeMember(ctxOf(admin), last))).toBe("member.last-holder");
  });

  it("of two who alone have the key one stays, also when both are removed at once", async () => {
    const [one, two] = [await portal.official(0), await portal.official(1)].map(({ ctx }) => ctx.actor.officialId);
    if (!one || !two) throw new Error("the unit has two members");
    await portal.sql`insert into unit_seed_grants (tenant_id, unit_id, epoch, official_id, recipient_key_id, envelope)
      select tenant_id, unit_id, epoch, ${two}, recipient_key_id, envelope from unit_seed_grants
      where official_id = ${one} and unit_id = ${unitId}`;
    const removals = [one, two].map((officialId, at) =>
      outcome(removeMember(ctxOf(at === 0 ? admin : otherAdmin), { unitId, officialId })),
    );
    expect((await Promise.all(removals)).toSorted()).toEqual(["accepted", "member.last-holder"]);
    expect((await unitOf()).members.filter(({ key }) => key === "holds")).toHaveLength(1);
    for (const officialId of [one, two]) await putMember(ctxOf(admin), { unitId, officialId, role: "lead" });
  });

  it("is nobody's to change but an admin's of the same authority, and never one's own", async () => {
    const member = await portal.official(1);
    const { officialId } = member.ctx.actor;
    for (const who of [await portal.official(0), await portal.auditor()]) {
      const change = { unitId, officialId, role: "official" as const };
      expect(await refused(() => putMember(who.ctx, change))).toBe("auth.wrong-role");
      expect(await refused(() => removeMember(who.ctx, change))).toBe("auth.wrong-role");
    }
    const there = ctxOf(adminThere);
    expect(await refused(() => putMember(there, { unitId, officialId, role: "official" }))).toBe("member.not-found");
    const theirs = { officialId: (await portal.official(3)).ctx.actor.officialId, role: "official" as const };
    for (const foreign of [unitId, anId<UnitId>()])
      expect(await refused(() => putMember(there, { ...theirs, unitId: foreign }))).toBe("unit.not-found");
    expect(await refused(() => removeMember(there, { unitId, officialId }))).toBe("member.not-found");
    const own = { unitId, officialId: idOf(admin) };
    expect(await refused(() => putMember(ctxOf(admin), { ...own, role: "lead" }))).toBe("member.oneself");
    expect(await refused(() => removeMember(ctxOf(admin), own))).toBe("member.oneself");
  });

  it("of another authority cannot be taken in, in the same words as one that never was", async () => {
    const stranger = await portal.official(3);
    for (const officialId of [stranger.ctx.actor.officialId, anId<OfficialId>()])
      expect(await refused(() => putMember(ctxOf(admin), { unitId, officialId, role: "official" }))).toBe(
        "member.not-found",
      );
  });
});

describe("a task for the whole authority", () => {
  it("is given and taken with the next request, on record, and once", async () => {
    const { officialId } = (await portal.official(2)).ctx.actor;
    const change = { officialId, role: "auditor" as const };
    await giveRole(ctxOf(admin), change);
    await giveRole(ctxOf(admin), change);
    expect((await portal.official(2)).ctx.actor.roles).toEqual(["auditor"]);
    await takeRole(ctxOf(admin), change);
    expect((await portal.official(2)).ctx.actor.roles).toEqual([]);
    expect(await refused(() => takeRole(ctxOf(admin), change))).toBe("member.not-found");
    expect(await recordsOf(officialId)).toEqual(["role.given", "role.taken"]);
  });

  it("is never given to or taken from oneself, so that an admin always remains", async () => {
    for (const role of ["admin", "auditor"] as const) {
      const own = { officialId: idOf(admin), role };
      expect(await refused(() => giveRole(ctxOf(admin), own))).toBe("member.oneself");
      expect(await refused(() => takeRole(ctxOf(admin), own))).toBe("member.oneself");
    }
  });

  it("of two admins who take it from each other at once, one keeps it", async () => {
    const results = await Promise.all([
      outcome(takeRole(ctxOf(admin), { officialId: idOf(otherAdmin), role: "admin" })),
      outcome(takeRole(ctxOf(otherAdmin), { officialId: idOf(admin), role: "admin" })),
    ]);
    expect(results.toSorted()).toEqual(["accepted", "member.not-found"]);
    const left = await portal.sql<{ id: string }[]>`
      select official_id as id from tenant_roles
      where role = 'admin' and tenant_id = ${ctxOf(admin).actor.tenantId}`;
    expect(left).toHaveLength(1);
    const gone = left[0]?.id === idOf(admin) ? otherAdmin : admin;
    // The policy asks the database and not the session: a context of a moment ago gives nothing any more.
    const { officialId } = (await portal.official(2)).ctx.actor;
    const { tenantId } = ctxOf(admin).actor;
    expect(await outcome(giveRole(ctxOf(gone), { officialId, role: "admin" }))).toBe("member.not-found");
    const late = ctxOf(gone).transact((tx) => give(tx, { tenantId, officialId, role: "admin" }));
    await expect(late).rejects.toMatchObject({ cause: { code: "42501" } });
    await portal.sql`insert into tenant_roles (tenant_id, official_id, role)
      values (${tenantId}, ${idOf(gone)}, 'admin')`;
  });

  it("is no business of another authority", async () => {
    const { officialId } = (await portal.official(0)).ctx.actor;
    expect(await refused(() => giveRole(ctxOf(adminThere), { officialId, role: "admin" }))).toBe("member.not-found");
    expect(await refused(() => takeRole(ctxOf(adminThere), { officialId: idOf(admin), role: "admin" }))).toBe(
      "member.not-found",
    );
  });
});

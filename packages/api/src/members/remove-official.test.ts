import { forgetOfficial, markRemoved } from "@dvd/db/repositories/departures";
import { withdrawInvitationsBy } from "@dvd/db/repositories/invitations";
import { holdRoles } from "@dvd/db/repositories/members";
import type { OfficialId, UnitId } from "@dvd/domain/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimCase } from "../cases/claim-case.ts";
import { getCase } from "../cases/get-case.ts";
import type { OfficialCtx } from "../context.ts";
import { invite } from "../invitations/invite.ts";
import { listInvitations } from "../invitations/list-invitations.ts";
import { findViewer } from "../sessions/find-viewer.ts";
import { appoint } from "../testing/appoint.ts";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { anId, sendCase } from "../testing/sealing.ts";
import { getOverview } from "./get-overview.ts";
import { getPerson } from "./get-person.ts";
import { giveRole } from "./give-role.ts";
import { putMember } from "./put-member.ts";
import { removeOfficial } from "./remove-official.ts";

const portal = await openPortal();
afterAll(() => portal.close());
let admin: OfficialCtx;
let unitId: UnitId;
beforeAll(async () => {
  admin = (await portal.admin()).ctx;
  const [unit] = (await portal.official(0)).ctx.actor.unitIds;
  if (!unit) throw new Error("the official has a unit");
  unitId = unit;
});

/** Refused, and nothing happened. */
const refused = refusalIn(portal);
const rowsOf = async (table: string, column: string, officialId: OfficialId) =>
  (await portal.sql`select 1 from ${portal.sql(table)} where ${portal.sql(column)} = ${officialId}`).length;
const asAdmin = (ctx: OfficialCtx): OfficialCtx => ({ ...ctx, actor: { ...ctx.actor, roles: ["admin"] } });
const sealedFor = (officialId: OfficialId) => portal.sql`
  insert into unit_seed_grants (tenant_id, unit_id, epoch, official_id, recipient_key_id, envelope)
    select tenant_id, unit_id, epoch, ${officialId}, recipient_key_id, envelope from unit_seed_grants
    where unit_id = ${unitId} limit 1`;

describe("somebody who leaves the authority", () => {
  it("has nothing of it any more: no unit, task, case, key, session or invitation, and it is on record", async () => {
    const [leaver] = await appoint(portal, await portal.recruit("lead"));
    const { officialId, sessionId } = leaver.ctx.actor;
    await giveRole(admin, { officialId, role: "admin" });
    await invite(asAdmin(leaver.ctx), { unitId, role: "official", postSign: "9-1" });
    const { caseId } = await sendCase(portal, await portal.citizen());
    await claimCase(leaver.ctx, { caseId, version: 3 });
    expect(await getPerson(admin, { officialId })).toMatchObject({
      removedAt: null,
      roles: ["admin"],
      units: [{ unitId, name: "Front office", role: "lead", key: "holds", cases: 1, isLastHolder: false }],
      invitations: 1,
      left: [],
    });

    expect(await removeOfficial(admin, { officialId })).toEqual({
      officialId,
      releasedCases: 1,
      endedSessions: 1,
      withdrawnInvitations: 1,
    });
    expect(await findViewer(portal.deps, sessionId, { touch: false })).toBeNull();
    for (const table of ["unit_members", "tenant_roles", "unit_seed_grants"])
      expect([table, await rowsOf(table, "official_id", officialId)]).toEqual([table, 0]);
    for (const table of ["vaults", "vault_slots", "device_links", "idempotency_keys"])
      expect([table, await rowsOf(table, "account_id", officialId)]).toEqual([table, 0]);
    // What they have signed goes on being checked against it.
    expect(await rowsOf("accounts", "id", officialId)).toBe(1);
    expect((await listInvitations(admin)).invitations).toEqual([]);
    expect((await getCase((await portal.official(0)).ctx, { caseId })).summary.assignedTo).toBe("nobody");

    const records = await portal.sql<{ type: string; payload: object }[]>`
      select type, payload from audit_intake
      where (payload ->> 'memberId' = ${officialId} and type not in ('role.given', 'seed.granted'))
        or (object_id = ${sessionId} and type = 'session.revoked') order by type`;
    expect(records.map(({ type, payload }) => ({ type, payload }))).toEqual([
      { type: "member.removed", payload: { unitId, memberId: officialId, cases: 1, seeds: 1 } },
      { type: "official.removed", payload: { memberId: officialId, units: 1, sessions: 1, invitations: 1 } },
      { type: "role.taken", payload: { memberId: officialId, role: "admin" } },
      { type: "session.revoked", payload: { reason: "official-removed" } },
    ]);
  });

  it("leaves the post to somebody else, and stays known under the old one", async () => {
    const { officialId } = (await portal.recruit("official")).ctx.actor;
    const { postSign } = await getPerson(admin, { officialId });
    expect(await outcome(invite(admin, { unitId, role: "official", postSign }))).toBe("member.post-taken");
    await removeOfficial(admin, { officialId });
    expect(await outcome(invite(admin, { unitId, role: "official", postSign }))).toBe("accepted");
    expect(await getPerson(admin, { officialId })).toMatchObject({
      postSign,
      removedAt: expect.any(String),
      units: [],
    });
    expect((await getOverview(admin)).people.map((one) => one.officialId)).not.toContain(officialId);
  });

  it("is shown with the unit as long as the signed list or the unit's key is of their time", async () => {
    const formers = async () => (await getOverview(admin)).units.find((unit) => unit.unitId === unitId)?.formers ?? [];
    const signed = (await portal.official(1)).ctx.actor.officialId;
    const unsigned = (await portal.recruit("official")).ctx.actor.officialId;
    const keyless = (await portal.recruit("official")).ctx.actor.officialId;
    await sealedFor(unsigned);
    for (const officialId of [signed, unsigned, keyless]) await removeOfficial(admin, { officialId });
    const left = (await formers()).map(({ officialId, isSigned, hasKey }) => ({ officialId, isSigned, hasKey }));
    expect(left).toContainEqual({ officialId: signed, isSigned: true, hasKey: true });
    expect(left).toContainEqual({ officialId: unsigned, isSigned: false, hasKey: true });
    expect(left.map(({ officialId }) => officialId)).not.toContain(keyless);
    expect((await getPerson(admin, { officialId: signed })).left).toEqual([
      { unitId, name: "Front office", isSigned: true, hasKey: true },
    ]);
    expect((await getPerson(admin, { officialId: keyless })).left).toEqual([]);
  });
});

describe("nobody is removed", () => {
  it("who alone holds a key of a unit, and nothing of theirs is gone", async () => {
    const { officialId } = (await portal.official(2)).ctx.actor;
    expect((await getPerson(admin, { officialId })).units).toMatchObject([{ name: "Back office", isLastHolder: true }]);
    expect(await refused(() => removeOfficial(admin, { officialId }))).toBe("member.last-holder");
  });

  it("by anybody but an admin of the same authority, with a fresh login, and never by themselves", async () => {
    const { ctx } = await portal.recruit("official");
    const { officialId } = ctx.actor;
    for (const who of [await portal.official(0), await portal.auditor()]) {
      expect(await refused(() => removeOfficial(who.ctx, { officialId }))).toBe("auth.wrong-role");
      expect(await refused(() => getPerson(who.ctx, { officialId }))).toBe("auth.wrong-role");
    }
    const there = (await portal.admin("there")).ctx;
    expect(await refused(() => removeOfficial(there, { officialId }))).toBe("member.not-found");
    expect(await refused(() => getPerson(there, { officialId }))).toBe("member.not-found");
    expect(await refused(() => removeOfficial(admin, { officialId: anId() }))).toBe("member.not-found");
    expect(await refused(() => removeOfficial(admin, admin.actor))).toBe("member.oneself");
    const stale = { ...admin, actor: { ...admin.actor, authenticatedAt: new Date(Date.now() - 301_000) } };
    expect(await refused(() => removeOfficial(stale, { officialId }))).toBe("auth.login-too-old");
  });

  it("twice, and nobody is taken back by a change of the row", async () => {
    const { officialId } = (await portal.recruit("official")).ctx.actor;
    await removeOfficial(admin, { officialId });
    expect(await refused(() => removeOfficial(admin, { officialId }))).toBe("member.not-found");
    const back = await admin.transact((tx) =>
      tx.execute(`update officials set removed_at = null where id = '${officialId}'`),
    );
    expect(back.count).toBe(0);
  });

  it("by a command that forgets to ask: the database looks at the role itself", async () => {
    const { officialId } = (await portal.recruit("official")).ctx.actor;
    const official = (await portal.official(0)).ctx;
    expect(await official.transact((tx) => markRemoved(tx, official.actor.tenantId, officialId, new Date()))).toBe(
      false,
    );
    const { tenantId, officialId: self } = admin.actor;
    expect(await admin.transact((tx) => markRemoved(tx, tenantId, self, new Date()))).toBe(false);
    await expect(admin.transact((tx) => forgetOfficial(tx, officialId))).rejects.toMatchObject({
      cause: { code: "42501" },
    });
  });
});

describe("at the same moment", () => {
  it("of two admins who remove each other, one stays", async () => {
    const [one, two] = [await portal.recruitAs("admin"), await portal.recruitAs("admin")];
    const results = await Promise.all([
      outcome(removeOfficial(one.ctx, two.ctx.actor)),
      outcome(removeOfficial(two.ctx, one.ctx.actor)),
    ]);
    expect(results.toSorted()).toEqual(["accepted", "member.not-found"]);
    const left = await portal.sql`select 1 from officials
      where removed_at is null and id in (${one.ctx.actor.officialId}, ${two.ctx.actor.officialId})`;
    expect(left).toHaveLength(1);
  });

  it("a right that is given meanwhile ends too, or is not given any more", async () => {
    const [, back] = portal.authorities[0]?.units ?? [];
    if (!back) throw new Error("the town has a back office");
    for (let round = 0; round < 5; round += 1) {
      const { officialId } = (await portal.recruit("official")).ctx.actor;
      const other = (await portal.admin("here", 2)).ctx;
      await Promise.all([
        outcome(putMember(other, { unitId: back.id, officialId, role: "official" })),
        outcome(giveRole(other, { officialId, role: "auditor" })),
        outcome(removeOfficial(admin, { officialId })),
      ]);
      expect(await rowsOf("unit_members", "official_id", officialId)).toBe(0);
      expect(await rowsOf("tenant_roles", "official_id", officialId)).toBe(0);
    }
  });

  it("an invitation that they make meanwhile is not made any more", async () => {
    const { ctx: leaver } = await portal.recruitAs("admin");
    const { tenantId, officialId } = leaver.actor;
    const { attempt } = await admin.transact(async (tx) => {
      await holdRoles(tx, tenantId);
      await markRemoved(tx, tenantId, officialId, new Date());
      const attempt = outcome(invite(leaver, { unitId, role: "official", postSign: "meanwhile" }));
      await untilOverOrWaiting(portal, attempt);
      await withdrawInvitationsBy(tx, tenantId, officialId, new Date());
      return { attempt };
    });
    expect(await attempt).toBe("member.not-found");
    expect(await rowsOf("invitations", "created_by", officialId)).toBe(0);
  });
});

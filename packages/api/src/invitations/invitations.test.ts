import { randomUUID } from "node:crypto";
import type { SessionId, UnitId } from "@dvd/domain/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officialCtx } from "../context.ts";
import { getOverview } from "../members/get-overview.ts";
import { removeOfficial } from "../members/remove-official.ts";
import { endSessionsOfProvider } from "../sessions/end-sessions-of-provider.ts";
import { findViewer } from "../sessions/find-viewer.ts";
import { openSession } from "../sessions/open-session.ts";
import { makeAccount } from "../testing/account.ts";
import { openPortal, pseudonymKey } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { anId } from "../testing/sealing.ts";
import { invitationHash } from "./invitation-code.ts";
import { invite } from "./invite.ts";
import { listInvitations } from "./list-invitations.ts";
import { withdrawInvitation } from "./withdraw-invitation.ts";

const portal = await openPortal();
afterAll(() => portal.close());
let admin: Awaited<ReturnType<typeof portal.admin>>;
let unitId: UnitId;
let posts = 0;
beforeAll(async () => {
  admin = await portal.admin();
  const [unit] = (await portal.official(0)).ctx.actor.unitIds;
  if (!unit) throw new Error("the official has a unit");
  unitId = unit;
});

const made = (postSign = `new-${(posts += 1)}`) => invite(admin.ctx, { unitId, role: "official", postSign });
const officials = async () => Number((await portal.sql`select count(*) from officials`)[0]?.count);

/** Signs in at the provider of an authority, with a code in hand or without. */
async function signIn(code?: string, { subject, authority = "here" }: { subject?: string; authority?: string } = {}) {
  const login = {
    kind: "official" as const,
    issuer: "https://officials.test",
    subject: subject ?? randomUUID(),
    authority,
    assurance: "substantial" as const,
    authenticatedAt: portal.deps.now(),
    nonce: randomUUID(),
    providerSession: null,
  };
  const place = { device: { browser: "other", system: "other" }, former: null } as const;
  const invitation = code === undefined ? undefined : invitationHash(code);
  const opened = await openSession({ ...portal.deps, pseudonymKey }, login, { ...place, invitation });
  if ("refused" in opened) return opened.refused;
  const actor = await findViewer(portal.deps, opened.sessionId, { touch: false });
  if (actor?.kind !== "official") throw new Error("somebody else is logged in");
  return actor;
}

describe("an invitation", () => {
  it("makes whoever signs in with its code a member of its unit, once, and on record", async () => {
    const { code, invitationId } = await made("50.2-03");
    const subject = randomUUID();
    const actor = await signIn(code.toUpperCase().replaceAll(" ", "-"), { subject });
    expect(actor).toMatchObject({ unitIds: [unitId], roles: [], tenantId: admin.ctx.actor.tenantId });
    const [row] = await portal.sql`
      select o.post_sign as post, m.role, i.redeemed_by = o.id as redeemed from officials o
        join unit_members m on m.official_id = o.id join invitations i on i.id = ${invitationId}
      where o.post_sign = '50.2-03'`;
    expect(row).toEqual({ post: "50.2-03", role: "official", redeemed: true });
    const records = await portal.sql`
      select type, actor_kind as actor from audit_intake where object_id = ${invitationId}
        or payload ->> 'invitationId' = ${invitationId} order by created_at`;
    expect([...records]).toEqual([
      { type: "invitation.made", actor: "official" },
      { type: "invitation.redeemed", actor: "official" },
    ]);
    expect(await signIn(code)).toBe("invitation-used");
    // The person themselves need it no more.
    expect(await signIn(undefined, { subject })).toMatchObject({ unitIds: [unitId] });
  });

  it("is kept as a hash alone: its code is in no row", async () => {
    const { code } = await made();
    const letters = code.replaceAll(" ", "");
    const tables = await portal.sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public'`;
    for (const { name } of tables) {
      const found = await portal.sql`
        select 1 from ${portal.sql(name)} t where position(${code} in t::text) + position(${letters} in t::text) > 0`;
      expect([name, found.length]).toEqual([name, 0]);
    }
  });

  it("opens nothing when it has expired, was taken back, is of another authority or none, and makes nobody", async () => {
    const [expired, withdrawn, foreign] = [await made(), await made(), await made()];
    await portal.sql`update invitations set expires_at = now() where id = ${expired.invitationId}`;
    await withdrawInvitation(admin.ctx, withdrawn);
    const before = await officials();
    expect(await signIn(expired.code)).toBe("invitation-expired");
    expect(await signIn(withdrawn.code)).toBe("invitation-withdrawn");
    expect(await signIn(foreign.code, { authority: "there" })).toBe("invitation-unknown");
    expect(await signIn("bano kife tuda rolo wena sito gabe")).toBe("invitation-unknown");
    expect(await signIn()).toBe("unknown-person");
    expect(await officials()).toBe(before);
  });

  it("lets in one of two who hold it at the same moment", async () => {
    const { code } = await made();
    const results = await Promise.all([signIn(code), signIn(code)]);
    expect(results.filter((one) => one === "invitation-used")).toHaveLength(1);
  });

  it("is not used up by somebody whom the portal knows", async () => {
    const { code } = await made();
    expect(await signIn(code, { subject: "official-0" })).toMatchObject({ kind: "official" });
    expect(await signIn(code)).toMatchObject({ unitIds: [unitId] });
  });

  it("is for a post that nobody has and nobody is invited to", async () => {
    await made("77-1");
    expect(await outcome(made("77-1"))).toBe("member.post-taken");
    expect(await outcome(made("official-0"))).toBe("member.post-taken");
  });
});

/** Invited, signed in, with keys, and then removed. */
async function somebodyRemoved() {
  const subject = randomUUID();
  const former = await signIn((await made()).code, { subject });
  if (typeof former === "string") throw new Error(`refused: ${former}`);
  await makeAccount(officialCtx(portal.requestOf(former), former));
  await removeOfficial(admin.ctx, former);
  return { subject, former };
}

describe("somebody who was removed", () => {
  it("is refused with a word of its own, and the authority finds the attempt in its log", async () => {
    const { subject } = await somebodyRemoved();
    await portal.sql`delete from audit_intake where type = 'session.refused'`;
    expect(await signIn(undefined, { subject })).toBe("removed-person");
    expect(await signIn(undefined, { subject, authority: "there" })).toBe("unknown-person");
    const records = await portal.sql`
      select tenant_id as tenant, payload ->> 'reason' as reason from audit_intake
      where type = 'session.refused' order by created_at`;
    expect([...records]).toEqual([
      { tenant: admin.ctx.actor.tenantId, reason: "removed-person" },
      { tenant: null, reason: "unknown-person" },
    ]);
  });

  it("comes back by a new invitation as somebody new: no key of before counts as theirs", async () => {
    const { subject, former } = await somebodyRemoved();
    const { code } = await made("77-2");
    const actor = await signIn(code, { subject });
    expect(actor).toMatchObject({ unitIds: [unitId], roles: [] });
    if (typeof actor === "string") throw new Error("they are in");
    expect(actor.officialId).not.toBe(former.officialId);
    const members = (await getOverview(admin.ctx)).units.find((unit) => unit.unitId === unitId)?.members ?? [];
    expect(members.find(({ officialId }) => officialId === actor.officialId)).toMatchObject({
      postSign: "77-2",
      key: "none",
      isSigned: false,
    });
    expect(await findViewer(portal.deps, former.sessionId, { touch: false })).toBeNull();
    // From then on without a code, like everybody.
    expect(await signIn(undefined, { subject })).toMatchObject({ officialId: actor.officialId });
  });

  it("has no session left, also when they sign in while they are removed and come back later", async () => {
    const subject = randomUUID();
    const former = await signIn((await made()).code, { subject });
    if (typeof former === "string") throw new Error("they are in");
    const logins = Array.from({ length: 5 }, () => signIn(undefined, { subject }).catch(() => "over"));
    await Promise.all([...logins, removeOfficial(admin.ctx, former)]);
    const [{ code }, sessions] = [
      await made(),
      await portal.sql<{ id: SessionId }[]>`select id from sessions where official_id = ${former.officialId}`,
    ];
    expect(await signIn(code, { subject })).toMatchObject({ unitIds: [unitId] });
    expect(sessions.length).toBeGreaterThan(0);
    for (const { id } of sessions) expect(await findViewer(portal.deps, id, { touch: false })).toBeNull();
  });

  it("is signed out with their provider under the id that they have now", async () => {
    const { subject } = await somebodyRemoved();
    const { code } = await made();
    const actor = await signIn(code, { subject });
    if (typeof actor === "string") throw new Error("they are in");
    const ended = { issuer: "https://officials.test", subject, providerSession: null, issuedAt: new Date() };
    await endSessionsOfProvider({ ...portal.deps, pseudonymKey }, ended);
    expect(await findViewer(portal.deps, actor.sessionId, { touch: false })).toBeNull();
  });
});

describe("who may invite", () => {
  it("is an admin, for units of the own authority", async () => {
    for (const who of [await portal.official(0), await portal.auditor()]) {
      expect(await outcome(invite(who.ctx, { unitId, role: "official", postSign: "x" }))).toBe("auth.wrong-role");
      expect(await outcome(listInvitations(who.ctx))).toBe("auth.wrong-role");
    }
    const there = (await portal.admin("there")).ctx;
    expect(await outcome(invite(there, { unitId, role: "official", postSign: "x" }))).toBe("unit.not-found");
  });

  it("sees the open ones of the own authority, and takes back an open one only", async () => {
    const { invitationId, expiresAt } = await made("open-1");
    const { invitations } = await listInvitations(admin.ctx);
    expect(invitations).toContainEqual({
      invitationId,
      unitId,
      role: "official",
      postSign: "open-1",
      expiresAt,
      isExpired: false,
    });
    const there = (await portal.admin("there")).ctx;
    expect((await listInvitations(there)).invitations).toEqual([]);
    const id = { invitationId };
    expect(await outcome(withdrawInvitation(there, id))).toBe("invitation.not-open");
    await withdrawInvitation(admin.ctx, id);
    expect(await outcome(withdrawInvitation(admin.ctx, id))).toBe("invitation.not-open");
    expect(await outcome(withdrawInvitation(admin.ctx, { invitationId: anId() }))).toBe("invitation.not-open");
  });
});

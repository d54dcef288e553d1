import { createHash } from "node:crypto";
import { collectorDays, collectorTokenPattern, mostCollectorTokens } from "@dvd/domain/tenant/collector";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { linkWaiting } from "../audit/link-waiting.ts";
import { type OfficialCtx, officialCtx } from "../context.ts";
import { giveRole } from "../members/give-role.ts";
import { removeOfficial } from "../members/remove-official.ts";
import { takeRole } from "../members/take-role.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { anId } from "../testing/sealing.ts";
import { collectRecords } from "./collect-records.ts";
import { listTokens } from "./list-tokens.ts";
import { makeToken } from "./make-token.ts";
import { revokeToken } from "./revoke-token.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const refusal = refusalIn(portal);
const admin = (await portal.admin()).ctx;
const auditor = (await portal.auditor()).ctx;
// Logins, so that there is something to collect.
await linkWaiting(portal.workerDeps.db);
beforeEach(async () => {
  await portal.sql`delete from collector_tokens`;
  await portal.sql`delete from audit_intake`;
});

const machine = () => portal.requestOf(null);
const use = (token: string) => outcome(collectRecords(machine(), token, 0));
const records = async () => {
  const rows = await portal.sql`select type, actor_kind as actor, payload from audit_intake order by created_at, id`;
  return [...rows];
};
const loggedIn = (minutesAgo: number): OfficialCtx => {
  const authenticatedAt = new Date(Date.now() - minutesAgo * 60_000);
  return { ...auditor, actor: { ...auditor.actor, authenticatedAt } };
};

describe("a token", () => {
  it("is shown once and kept as a hash alone: it is in no row", async () => {
    const { token, tail } = await makeToken(auditor, { days: 90 });
    expect(token).toMatch(collectorTokenPattern);
    expect(token.endsWith(tail)).toBe(true);
    const secret = token.slice("dvd_audit_".length);
    const plainHash = createHash("sha256").update(token).digest("hex");
    const tables = await portal.sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public'`;
    for (const { name } of tables) {
      const found = await portal.sql`select 1 from ${portal.sql(name)} t
        where position(${secret} in t::text) + position(${plainHash} in t::text) > 0`;
      expect([name, found.length]).toEqual([name, 0]);
    }
  });

  it("holds for a time of the table, and not a moment longer", async () => {
    for (const days of collectorDays) {
      const { expiresAt, tokenId, token } = await makeToken(auditor, { days });
      expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(days);
      expect(await use(token)).toBe("accepted");
      await portal.sql`update collector_tokens
        set created_at = created_at - interval '1 day', expires_at = now() - interval '1 minute' where id = ${tokenId}`;
      expect(await use(token)).toBe("auth.token-refused");
    }
    const [row] = await portal.sql`select id from collector_tokens limit 1`;
    const longer = portal.sql`update collector_tokens
      set expires_at = created_at + interval '366 days' where id = ${row?.id}`;
    await expect(longer).rejects.toThrow("collector_tokens_days");
  });

  it("is an auditor's to make, list and revoke, and nobody else's", async () => {
    const { tokenId } = await makeToken(auditor, { days: 30 });
    const others = [admin, (await portal.official(0)).ctx];
    for (const ctx of others) {
      expect(await refusal(() => makeToken(ctx, { days: 30 }))).toBe("auth.wrong-role");
      expect(await refusal(() => listTokens(ctx))).toBe("auth.wrong-role");
      expect(await refusal(() => revokeToken(ctx, { tokenId }))).toBe("auth.wrong-role");
    }
  });

  it("needs a fresh login to be made, and none to be revoked", async () => {
    expect(await refusal(() => makeToken(loggedIn(6), { days: 30 }))).toBe("auth.login-too-old");
    const { token, tokenId } = await makeToken(loggedIn(4), { days: 30 });
    await revokeToken(loggedIn(60), { tokenId });
    expect(await use(token)).toBe("auth.token-refused");
  });

  it("is revoked once, by the own authority", async () => {
    const { tokenId } = await makeToken(auditor, { days: 30 });
    const [, elsewhere] = portal.authorities;
    const [row] = await portal.sql`select official_id as id from tenant_roles
      where tenant_id = ${elsewhere?.tenantId ?? ""} and role = 'auditor' limit 1`;
    const actor = { ...auditor.actor, tenantId: elsewhere?.tenantId ?? auditor.actor.tenantId, officialId: row?.id };
    const stranger = officialCtx(portal.requestOf(actor), actor);
    expect(await refusal(() => revokeToken(stranger, { tokenId }))).toBe("collector.not-open");
    expect((await listTokens(stranger)).tokens).toEqual([]);
    expect(await refusal(() => revokeToken(auditor, { tokenId: anId() }))).toBe("collector.not-open");
    await revokeToken(auditor, { tokenId });
    expect(await refusal(() => revokeToken(auditor, { tokenId }))).toBe("collector.not-open");
  });

  it("is one of few in an authority, of which those that have run out do not count", async () => {
    for (let count = 0; count < mostCollectorTokens; count += 1) await makeToken(auditor, { days: 30 });
    expect(await refusal(() => makeToken(auditor, { days: 30 }))).toBe("collector.too-many");
    await portal.sql`update collector_tokens set created_at = now() - interval '2 days', expires_at = now() - interval '1 minute'
      where id = (select id from collector_tokens limit 1)`;
    expect(await outcome(makeToken(auditor, { days: 30 }))).toBe("accepted");
  });
});

describe("the task of the one who made it", () => {
  it("ends with the token, which does not come back with the task", async () => {
    const maker = (await portal.recruitAs("auditor")).ctx;
    const { token, tokenId } = await makeToken(maker, { days: 30 });
    const kept = await makeToken(auditor, { days: 30 });
    await portal.sql`delete from audit_intake`;
    const change = { officialId: maker.actor.officialId, role: "auditor" as const };
    await takeRole(admin, change);
    expect(await records()).toMatchObject([
      { type: "role.taken" },
      { type: "collector.revoked", actor: "official", payload: { tokenId } },
    ]);
    expect(await use(token)).toBe("auth.token-refused");
    await giveRole(admin, change);
    expect(await use(token)).toBe("auth.token-refused");
    expect(await use(kept.token)).toBe("accepted");
  });

  it("stays with the token when they lose another one", async () => {
    const maker = (await portal.recruitAs("auditor")).ctx;
    const { token } = await makeToken(maker, { days: 30 });
    const change = { officialId: maker.actor.officialId, role: "admin" as const };
    await giveRole(admin, change);
    await takeRole(admin, change);
    expect(await use(token)).toBe("accepted");
  });

  it("ends with them: whoever leaves the authority leaves no token", async () => {
    const maker = (await portal.recruitAs("auditor")).ctx;
    const { token } = await makeToken(maker, { days: 30 });
    await removeOfficial(admin, maker.actor);
    expect(await use(token)).toBe("auth.token-refused");
    expect((await listTokens(auditor)).tokens).toEqual([]);
  });

  it("is looked at by the database as well, also where a command forgets to revoke", async () => {
    const maker = (await portal.recruitAs("auditor")).ctx;
    const { token } = await makeToken(maker, { days: 30 });
    await portal.sql`delete from tenant_roles where official_id = ${maker.actor.officialId}`;
    expect(await use(token)).toBe("auth.token-refused");
    expect(await refusal(() => makeToken(maker, { days: 30 }))).toBe("auth.wrong-role");
  });
});

describe("the list", () => {
  it("shows by its end, its maker and its days which one is which", async () => {
    const { token, tokenId, tail, expiresAt } = await makeToken(auditor, { days: 30 });
    const shown = { tokenId, tail, madeBy: "auditor-here-1", expiresAt, isExpired: false };
    expect((await listTokens(auditor)).tokens).toMatchObject([{ ...shown, usedOn: null, refusedOn: null }]);
    await use(token);
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(new Date());
    expect((await listTokens(auditor)).tokens).toMatchObject([{ usedOn: today, refusedOn: null }]);
    await portal.sql`update collector_tokens set created_at = now() - interval '2 days', expires_at = now() - interval '1 minute'`;
    await use(token);
    expect((await listTokens(auditor)).tokens).toMatchObject([{ isExpired: true, usedOn: today, refusedOn: today }]);
  });
});

describe("the record of its use", () => {
  it("is made on the first call of a day, and when it begins further back than on that day before", async () => {
    const { token, tokenId } = await makeToken(auditor, { days: 30 });
    await portal.sql`delete from audit_intake`;
    for (const after of [1, 1, 2, 1, 0, 0, 1]) await collectRecords(machine(), token, after);
    const used = (after: number) => ({ type: "collector.used", actor: "system", payload: { tokenId, after } });
    expect(await records()).toEqual([used(1), used(0)]);
    await portal.sql`update collector_tokens set used_on = used_on - 1`;
    await collectRecords(machine(), token, 2);
    expect(await records()).toEqual([used(1), used(0), used(2)]);
  });

  it("is made once a day of one that is over, and of one that never was never", async () => {
    const { token, tokenId } = await makeToken(auditor, { days: 30 });
    await revokeToken(auditor, { tokenId });
    await portal.sql`delete from audit_intake`;
    for (const _ of [1, 2, 3]) expect(await use(token)).toBe("auth.token-refused");
    const refused = { type: "collector.refused", actor: "system", payload: { tokenId } };
    expect(await records()).toEqual([refused]);
    await portal.sql`update collector_tokens set refused_on = refused_on - 1`;
    await use(token);
    expect(await records()).toEqual([refused, refused]);
    for (const never of [`dvd_audit_${"0".repeat(64)}`, token.toUpperCase(), `${token}0`, "x"])
      expect(await refusal(() => collectRecords(machine(), never, 0))).toBe("auth.token-refused");
  });
});

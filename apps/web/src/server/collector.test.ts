import { randomUUID } from "node:crypto";
import { memoryRateLimiter } from "@dvd/api/adapters/rate-limit/memory";
import { readExportLine } from "@dvd/api/audit/export-line";
import { linkWaiting } from "@dvd/api/audit/link-waiting";
import { makeToken } from "@dvd/api/collectors/make-token";
import { revokeToken } from "@dvd/api/collectors/revoke-token";
import { appRouter } from "@dvd/api/root";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import { openHubOf } from "@dvd/api/testing/live";
import { budgets } from "@dvd/domain/limits/budgets";
import type { SessionId } from "@dvd/domain/ids";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { routes } from "./routes.ts";
import { outcomeOf, send, type Sending } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

/** What a machine gets with the token of an authority, at every door of the server. */
const edge = await openEdge();
const { portal } = edge;
const hub = await openHubOf(portal);
edge.closers.push(hub.close);
const viewerOf = async (sessionId: string | undefined) =>
  sessionId ? findViewer(portal.deps, sessionId as SessionId, { touch: false }) : null;
const { url } = await edge.open({}, { viewerOf: ({ headers }) => viewerOf(headers.cookie), live: hub.serve });
afterAll(() => edge.close());

const auditor = (await portal.auditor()).ctx;
const { tenantId } = auditor.actor;
const log = "/api/audit/records";
const link = () => linkWaiting(portal.workerDeps.db);
const withToken = (token: string, more: Sending["headers"] = {}): Sending => ({
  headers: { authorization: `Bearer ${token}`, ...more },
});

/** The lines that came, and the number to go on from. */
async function collect(token: string, after: number) {
  const { outcome, headers } = await send(`${url}${log}?after=${after}`, withToken(token));
  expect(outcome.slice(0, 4)).toBe("200 ");
  const lines = outcome.slice(4).split("\n").slice(0, -1);
  return { records: lines.map((line) => readExportLine(line)), next: Number(headers["x-next-after"]) };
}

beforeEach(async () => {
  await portal.sql`delete from collector_tokens`;
  await link();
});

describe("a collector", () => {
  it("reads the records of its authority, goes on behind the last one, and learns when there is nothing new", async () => {
    const { token } = await makeToken(auditor, { days: 30 });
    for (const _ of [1, 2]) await portal.auditor();
    await link();
    const all = await collect(token, 0);
    expect(all.records.map((record) => record?.seq)).toEqual(Array.from({ length: all.next }, (_, place) => place + 1));
    expect(all.next).toBeGreaterThan(3);
    const part = await collect(token, all.next - 2);
    expect(part.records).toEqual(all.records.slice(-2));
    // What the first call of the day has left: one record, and none for the calls after it.
    await link();
    const rest = await collect(token, all.next);
    expect(rest.records.map((record) => record && JSON.parse(record.record).type)).toEqual(["collector.used"]);
    await link();
    expect(await collect(token, rest.next)).toEqual({ records: [], next: rest.next });
    expect(await outcomeOf(`${url}${log}?after=${rest.next + 1}`, withToken(token))).toBe("400 request.invalid");
  });

  it("never reads a line of another authority", async () => {
    const [, there] = portal.authorities;
    await portal.admin("there");
    await link();
    const [elsewhere] =
      await portal.sql`select count(*)::int as n from audit_chain where tenant_id = ${there?.tenantId ?? ""}`;
    expect(elsewhere?.n).toBeGreaterThan(0);
    const { token } = await makeToken(auditor, { days: 30 });
    const { records } = await collect(token, 0);
    expect(new Set(records.map((record) => record && JSON.parse(record.record).chain))).toEqual(new Set([tenantId]));
  });

  it("is refused with the next request after it was revoked, in the words for a token that never was", async () => {
    const { token, tokenId } = await makeToken(auditor, { days: 30 });
    expect(await outcomeOf(url + log, withToken(token))).toMatch(/^200 /);
    await revokeToken(auditor, { tokenId });
    const told = async (shown: string) => {
      const { outcome, headers } = await send(url + log, withToken(shown));
      return { outcome, challenge: headers["www-authenticate"], type: headers["content-type"] };
    };
    const never = await told(`dvd_audit_${"0".repeat(64)}`);
    expect(never).toEqual({
      outcome: "401 auth.token-refused",
      challenge: 'Bearer error="invalid_token"',
      type: "application/problem+json",
    });
    expect(await told(token)).toEqual(never);
    expect(await told("nonsense")).toEqual(never);
  });

  it("is cut off in the middle of an answer when it is revoked there: the end never looks like the end of the log", async () => {
    const { token, tokenId } = await makeToken(auditor, { days: 30 });
    await portal.sql`insert into audit_intake (id, tenant_id, actor_kind, type)
      select gen_random_uuid(), ${tenantId}, 'system', 'service.started' from generate_series(1, 5000)`;
    while (await link());
    const [lock, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let pages = 0;
    const transaction: typeof portal.deps.db.transaction = async (...args) => {
      const result = await portal.deps.db.transaction(...args);
      pages += 1;
      // The first one says how far it goes, the second one is a page.
      if (pages === 2) {
        lock.resolve();
        await release.promise;
      }
      return result;
    };
    const db = Object.assign(Object.create(portal.deps.db) as typeof portal.deps.db, { transaction });
    const { url: slow } = await edge.open(
      {},
      {
        viewerOf: async () => null,
        newContext: () => ({ ...portal.deps, db, log: edge.log, correlationId: randomUUID(), networks: [] }),
      },
    );
    const answer = outcomeOf(slow + log, withToken(token));
    await lock.promise;
    await revokeToken(auditor, { tokenId });
    release.resolve();
    expect(await answer).toBe("connection lost");
  });
});

describe("a token", () => {
  it("is refused beside a cookie, also that of an auditor, and counts nowhere but in its header", async () => {
    const { token } = await makeToken(auditor, { days: 30 });
    for (const cookie of [auditor.actor.sessionId, randomUUID()])
      expect(await outcomeOf(url + log, withToken(token, { cookie }))).toBe("400 request.invalid");
    expect(await outcomeOf(url + log, { headers: { cookie: auditor.actor.sessionId } })).toMatch(/^200 /);
    for (const query of [`?access_token=${token}`, `?token=${token}&after=0`])
      expect(await outcomeOf(url + log + query)).toBe("401 auth.required");
    for (const headers of [{ authorization: token }, { authorization: `Basic ${token}` }, { "x-api-key": token }])
      expect(await outcomeOf(url + log, { headers })).toBe("401 auth.required");
    const foreign = { "sec-fetch-site": "cross-site" };
    expect(await outcomeOf(url + log, withToken(token, foreign))).toBe("403 request.foreign-origin");
  });

  it("opens no other route: each answers as if it had not been shown", async () => {
    const { token } = await makeToken(auditor, { days: 30 });
    const id = randomUUID();
    const paths = routes.flatMap(({ path, methods }) =>
      Object.keys(methods).map((method) => [method, path.endsWith("/") && path !== "/" ? path + id : path] as const),
    );
    const others = [...paths, ["GET", `/api/documents/${id}/body`], ["PUT", `/api/uploads/${id}/parts/0`]] as const;
    expect(others.length).toBeGreaterThan(20);
    const seen = new Set<string>();
    for (const [method, path] of others.filter(([, asked]) => asked !== log)) {
      const headers = { origin: "https://portal.test", "content-length": 0 };
      const without = await outcomeOf(url + path, { method, headers });
      expect([path, await outcomeOf(url + path, { method, ...withToken(token, headers) })]).toEqual([path, without]);
      seen.add(without.slice(0, 17));
    }
    expect(seen).toContain("401 auth.required");
  });

  it("makes nobody of its machine for any procedure", async () => {
    const { token } = await makeToken(auditor, { days: 30 });
    // Path → procedure; the type is the nested one of the routers.
    const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
    for (const [name, { _def }] of Object.entries(procedures)) {
      const isQuery = _def.type === "query";
      const asked = `${url}/api/trpc/${name}${isQuery ? "?input=%7B%7D" : ""}`;
      const headers = isQuery ? {} : { origin: "https://portal.test", "content-length": 0 };
      const method = isQuery ? "GET" : "POST";
      const without = await outcomeOf(asked, { method, headers });
      expect([name, await outcomeOf(asked, { method, ...withToken(token, headers) })]).toEqual([name, without]);
    }
  });

  it("that is guessed counts on the address, and leaves neither a record nor a row", async () => {
    const limiter = memoryRateLimiter({ now: () => 0 });
    const networks = [{ name: "somewhere", factor: 1 }];
    const { url: counted } = await edge.open(
      {},
      {
        viewerOf: async () => null,
        newContext: () => ({ ...portal.deps, log: edge.log, limiter, correlationId: randomUUID(), networks }),
      },
    );
    const before = await portal.imprint();
    const guess = () => outcomeOf(counted + log, withToken(`dvd_audit_${randomUUID().replaceAll("-", "").repeat(2)}`));
    for (let count = 0; count < budgets.token.address; count += 1) expect(await guess()).toBe("401 auth.token-refused");
    expect(await guess()).toBe("429 request.too-many");
    await portal.deps.operations.flush();
    expect(await portal.imprint()).toEqual(before);
  });

  it("stands in no line of the log of the process", async () => {
    const { token } = await makeToken(auditor, { days: 30 });
    await collect(token, 0);
    await outcomeOf(`${url}${log}?token=${token}`);
    expect(edge.logLines.length).toBeGreaterThan(0);
    expect(edge.logLines.join("\n")).not.toContain(token.slice(-40));
  });
});

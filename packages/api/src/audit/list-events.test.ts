import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { linkWaiting } from "./link-waiting.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RequestContext } from "../context.ts";
import { sendCheckpoints, sendRecords } from "../http/export-audit.ts";
import { sendError } from "../http/respond.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { sendCase } from "../testing/sealing.ts";
import { createChainCheck, genesis } from "./chain-check.ts";
import { readExportLine } from "./export-line.ts";
import { getState } from "./get-state.ts";
import { listEvents } from "./list-events.ts";

const portal = await openPortal();
let auditor: Awaited<ReturnType<typeof portal.auditor>>;
let sent: Awaited<ReturnType<typeof sendCase>>;
beforeAll(async () => {
  auditor = await portal.auditor();
  const citizen = await portal.citizen();
  sent = await sendCase(portal, citizen);
  await linkWaiting(portal.workerDeps.db);
});
afterAll(() => portal.close());

const list = (filter: Partial<Parameters<typeof listEvents>[1]> = {}) =>
  listEvents(auditor.ctx, { limit: 50, ...filter });

describe("the auditor's list", () => {
  it("has the newest record first, and goes on behind a number without a gap", async () => {
    const { records: all } = await list();
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, place) => (all[0]?.seq ?? 0) - place));
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, before: first.nextBefore ?? 0 });
    expect([...first.records, ...second.records]).toEqual(all.slice(0, 4));
    expect((await list({ limit: 100 })).nextBefore).toBeNull();
  });

  it("is narrowed by kind, person, case and time", async () => {
    const { records: all } = await list();
    const [submitted] = (await list({ type: "case.submitted" })).records;
    expect(submitted).toMatchObject({ type: "case.submitted", actor: "citizen", caseId: sent.caseId });
    const actorId = submitted?.actorId ?? "";
    expect((await list({ actorId })).records).toEqual(all.filter((one) => one.actorId === actorId));
    expect((await list({ caseId: sent.caseId })).records).toEqual(all.filter(({ caseId }) => caseId === sent.caseId));
    const at = submitted?.at ?? "";
    const later = new Date(Date.parse(at) + 1).toISOString();
    const within = await list({ since: at, until: later });
    expect(within.records).toEqual(all.filter((one) => one.at === at));
    expect((await list({ since: "2100-01-01T00:00:00.000Z" })).records).toEqual([]);
    expect((await list({ until: "2000-01-01T00:00:00.000Z" })).records).toEqual([]);
  });

  it("leaves a record of who looked for what", async () => {
    await portal.sql`delete from audit_intake`;
    await list({ type: "case.opened", actorId: auditor.ctx.actor.officialId });
    const [row] = await portal.sql`select type, actor_id, payload from audit_intake`;
    expect(row).toMatchObject({
      type: "audit.read",
      actor_id: auditor.ctx.actor.officialId,
      payload: { records: 0, filterType: "case.opened", filterActor: auditor.ctx.actor.officialId },
    });
  });

  it("is for auditors: officials and leads get neither records nor the state, and leave no trace of having got them", async () => {
    const { ctx } = await portal.official(0);
    const before = await portal.imprint();
    expect(await outcome(listEvents(ctx, { limit: 50 }))).toBe("auth.wrong-role");
    expect(await outcome(getState(ctx))).toBe("auth.wrong-role");
    expect(await portal.imprint()).toEqual(before);
  });

  it("ends with the role, at once", async () => {
    const { officialId } = auditor.ctx.actor;
    const [role] = await portal.sql`delete from tenant_roles where official_id = ${officialId} returning *`;
    const again = await portal.auditor().catch(() => null);
    expect(again?.ctx.actor.roles).toEqual([]);
    await portal.sql`insert into tenant_roles ${portal.sql(role ?? {})}`;
  });

  it("shows nothing of another authority", async () => {
    const [, there] = portal.authorities;
    const { records } = await list({ limit: 100 });
    expect(JSON.stringify(records)).not.toContain(there?.tenantId);
  });
});

describe("the state", () => {
  it("tells how many records there are, and that nobody has signed them yet", async () => {
    const { records } = await list();
    expect(await getState(auditor.ctx)).toEqual({
      chain: auditor.ctx.actor.tenantId,
      records: records[0]?.seq,
      checkedAt: null,
      signed: null,
      fault: null,
    });
  });

  it("tells what is broken, and where", async () => {
    const { tenantId } = auditor.ctx.actor;
    await portal.sql`update audit_heads set fault = 'cut', fault_seq = 7, checked_at = now() where tenant_id = ${tenantId}`;
    expect(await getState(auditor.ctx)).toMatchObject({ fault: { kind: "cut", seq: 7 } });
    await portal.sql`update audit_heads set fault = null, fault_seq = null where tenant_id = ${tenantId}`;
  });
});

describe("the export", () => {
  async function get(path: string, request: RequestContext) {
    const handle = path === "/api/audit/checkpoints" ? sendCheckpoints : sendRecords;
    const server = createServer((message, response) => {
      handle(request, message, response).catch((error: unknown) =>
        sendError(request, "export", message, response, error),
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    // Listening on a port, so it is no path.
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    const answer = { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
    server.close();
    return answer;
  }
  const linesOf = (text: string) => text.split("\n").slice(0, -1);

  it("is lines of JSON that verify, all of them or those behind a number", async () => {
    await linkWaiting(portal.workerDeps.db);
    const all = await get("/api/audit/records", auditor.request);
    expect([all.status, all.type]).toEqual([200, "application/jsonl; charset=utf-8"]);
    const check = createChainCheck(auditor.ctx.actor.tenantId, { starts: [genesis], signed: new Map() });
    for (const line of linesOf(all.text)) {
      const record = readExportLine(line);
      if (!record) throw new Error(`no record: ${line}`);
      check.push(record);
      expect(JSON.parse(line).record.seq).toBe(record.seq);
    }
    const end = check.end()?.seq ?? 0;
    expect(end).toBe((await getState(auditor.ctx)).records);
    const rest = await get(`/api/audit/records?after=${end - 3}`, auditor.request);
    expect(linesOf(rest.text)).toEqual(linesOf(all.text).slice(-3));
    expect(await get(`/api/audit/records?after=${end}`, auditor.request)).toMatchObject({ status: 200, text: "" });
  });

  it("is recorded before it begins", async () => {
    await portal.sql`delete from audit_intake`;
    await get("/api/audit/records?after=2", auditor.request);
    const rows = await portal.sql`select type, payload from audit_intake`;
    expect([...rows]).toEqual([{ type: "audit.exported", payload: { after: 2 } }]);
  });

  it("hands out what was signed as well", async () => {
    const { tenantId } = auditor.ctx.actor;
    await portal.sql`insert into audit_checkpoints (tenant_id, number, seq, kind, line)
      values (${tenantId}, 2, 9, 'CHECKPOINT', 'second'), (${tenantId}, 1, 5, 'CHECKPOINT', 'first')`;
    expect((await get("/api/audit/checkpoints", auditor.request)).text).toBe("first\nsecond\n");
  });

  it.each(["/api/audit/records", "/api/audit/checkpoints"])("is refused to everybody else: %s", async (path) => {
    const official = await portal.official(0);
    const citizen = await portal.citizen();
    const before = await portal.imprint();
    expect(await get(path, official.request)).toMatchObject({
      status: 403,
      text: expect.stringContaining("wrong-role"),
    });
    expect(await get(path, citizen.request)).toMatchObject({ status: 403 });
    expect(await get(path, portal.requestOf(null))).toMatchObject({ status: 401 });
    expect(await portal.imprint()).toEqual(before);
  });

  it.each(["/api/audit/records", "/api/audit/checkpoints"])("needs a fresh login: %s", async (path) => {
    const loggedIn = (minutesAgo: number): RequestContext => {
      const authenticatedAt = new Date(Date.now() - minutesAgo * 60_000);
      return { ...auditor.request, actor: { ...auditor.ctx.actor, authenticatedAt } };
    };
    await portal.sql`delete from audit_intake`;
    expect(await get(path, loggedIn(6))).toMatchObject({ status: 403, text: expect.stringContaining("login-too-old") });
    expect(await portal.sql`select id from audit_intake where type = 'audit.exported'`).toHaveLength(0);
    expect((await get(path, loggedIn(4))).status).toBe(200);
  });

  it.each([
    ["/api/audit/records?after=x", 400],
    ["/api/audit/records?after=-1", 400],
  ])("answers %s with %d", async (path, status) => {
    expect((await get(path, auditor.request)).status).toBe(status);
  });
});

import { randomUUID } from "node:crypto";
import { linkAudit } from "@dvd/db/repositories/audit";
import { auditClasses, auditTypes } from "@dvd/domain/audit/events";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { serveMetrics } from "../http/metrics.ts";
import { appRouter } from "../root.ts";
import { openPortal } from "../testing/portal.ts";
import { openOperationalAudit } from "./operational.ts";

const portal = await openPortal();
afterAll(() => portal.close());
beforeEach(() => portal.deps.operations.flush());

const of = { actor: null, correlationId: "test" };
const failed = (place: number) => ({ type: "job.failed" as const, queue: "q", jobId: String(place) });
const limits = { capacity: 10, batch: 4, delayMs: 1, retryMs: 20 };
const recorded = (type: string) => portal.sql<{ facts: { jobId?: string; dropped?: number }; tenant: string | null }[]>`
  select payload as facts, tenant_id as tenant from audit_intake where type = ${type} order by id`;

describe("records of class O", () => {
  beforeEach(() => portal.sql`delete from audit_intake`);

  it("are all written, a moment later", async () => {
    const audit = openOperationalAudit(portal.deps, limits);
    for (let place = 0; place < 9; place += 1) audit.note(of, failed(place));
    await expect.poll(() => recorded("job.failed")).toHaveLength(9);
    const written = (await recorded("job.failed")).map(({ facts }) => facts.jobId);
    expect(new Set(written)).toEqual(new Set("012345678"));
    expect(await recorded("audit.gap")).toEqual([]);
  });

  it("lose the oldest under a flood, and the loss is recorded and counted", async () => {
    const audit = openOperationalAudit(portal.deps, limits);
    await portal.sql`revoke execute on function audit_note(jsonb) from dvd_app`;
    for (let place = 0; place < 35; place += 1) audit.note(of, failed(place));
    await audit.flush();
    audit.note(of, failed(35));
    await portal.sql`grant execute on function audit_note(jsonb) to dvd_app`;
    await expect.poll(() => recorded("job.failed")).toHaveLength(10);
    const kept = (await recorded("job.failed")).map(({ facts }) => Number(facts.jobId));
    expect(kept.toSorted((a, b) => a - b)).toEqual([26, 27, 28, 29, 30, 31, 32, 33, 34, 35]);
    const lost = (await recorded("audit.gap")).reduce((sum, { facts }) => sum + (facts.dropped ?? 0), 0);
    expect(lost).toBe(26);

    await linkAudit(portal.workerDeps.db, 1_000);
    let body = "";
    const response = { writeHead: () => response, end: (text: string) => (body = text) };
    // As much of a response as the handler touches.
    await serveMetrics("/metrics", response as unknown as Parameters<typeof serveMetrics>[1], portal.workerDeps.db);
    const value = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(body)?.[1]);
    expect(value("audit_logs_dropped_total")).toBe(26);
    expect(value("audit_logs_total")).toBe(value("audit_logs_written_total") + 26);
    expect(
      await serveMetrics("/metricsx", response as unknown as Parameters<typeof serveMetrics>[1], portal.workerDeps.db),
    ).toBe(false);
  });

  it("are not tried again with each new one while the database is away", async () => {
    const audit = openOperationalAudit(portal.deps, { ...limits, retryMs: 600_000 });
    portal.logLines.length = 0;
    await portal.sql`revoke execute on function audit_note(jsonb) from dvd_app`;
    for (let place = 0; place < 40; place += 1) {
      audit.note(of, failed(place));
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
    const attempts = () => portal.logLines.filter((line) => line.includes('"audit.failed"')).length;
    await expect.poll(attempts).toBeGreaterThan(0);
    expect(attempts()).toBeLessThanOrEqual(2);
    await portal.sql`grant execute on function audit_note(jsonb) to dvd_app`;
    await audit.flush();
    expect(await recorded("job.failed")).toHaveLength(limits.capacity);
  });

  it("tell who was refused what, in the log of their authority, and nothing of what they typed", async () => {
    const official = await portal.official(0);
    await portal.sql`delete from audit_intake`;
    const caller = appRouter.createCaller(official.request);
    await expect(caller.cases.getCase({ caseId: randomUUID() })).rejects.toThrow("case.not-found");
    await expect(caller.cases.listOwnCases({})).rejects.toThrow("auth.wrong-role");
    await expect(caller.cases.listInbox({ cursor: "%%%" })).rejects.toThrow("request.invalid");
    await portal.deps.operations.flush();
    expect(await recorded("access.refused")).toEqual([
      {
        facts: { procedure: "cases.getCase", code: "case.not-found" },
        tenant: official.ctx.actor.tenantId,
      },
      {
        facts: { procedure: "cases.listOwnCases", code: "auth.wrong-role" },
        tenant: official.ctx.actor.tenantId,
      },
    ]);
  });

  it("are the kinds that the database takes in a batch, and no others", async () => {
    const [row] = await portal.sql<{ body: string }[]>`
      select prosrc as body from pg_proc where proname = 'audit_note'`;
    const taken = Array.from(row?.body.matchAll(/'([a-z]+\.[a-z-]+)'/g) ?? [], ([, type]) => type);
    expect(new Set(taken)).toEqual(new Set(auditTypes.filter((type) => auditClasses[type] === "O")));
  });
});

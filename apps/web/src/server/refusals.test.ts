import { randomUUID } from "node:crypto";
import { memoryRateLimiter } from "@dvd/api/adapters/rate-limit/memory";
import { budgets } from "@dvd/domain/limits/budgets";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { outcomeOf } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

describe("a refusal at a route", async () => {
  const edge = await openEdge();
  afterAll(() => edge.close());
  const refusals = async () => {
    await edge.portal.deps.operations.flush();
    const rows = await edge.portal.sql<{ facts: unknown }[]>`
      select payload as facts from audit_intake where type = 'access.refused' order by id`;
    return rows.map(({ facts }) => facts);
  };
  beforeEach(async () => {
    await edge.portal.deps.operations.flush();
    await edge.portal.sql`delete from audit_intake`;
  });

  it("is recorded when somebody who is signed in tries the id of a document, the log, or comes from a foreign page", async () => {
    const { url } = await edge.open();
    const id = randomUUID();
    expect(await outcomeOf(`${url}/api/documents/${id}/body`)).toBe("404 document.not-found");
    expect(await outcomeOf(`${url}/api/audit/records`)).toBe("403 auth.wrong-role");
    const headers = { "sec-fetch-site": "cross-site" };
    expect(await outcomeOf(`${url}/api/live`, { headers })).toBe("403 request.foreign-origin");
    expect(await refusals()).toEqual([
      { procedure: "api.documents", code: "document.not-found" },
      { procedure: "api.audit.records", code: "auth.wrong-role" },
      { procedure: "api.live", code: "request.foreign-origin" },
    ]);
  });

  it.each([
    ["from a foreign page", "/api/trpc/sessions.extendSession", { method: "POST", headers: { "content-length": 0 } }],
    ["at the log", "/api/audit/checkpoints", {}],
  ])("fills the log at nobody's will: %s", async (_, path, sending) => {
    const limiter = memoryRateLimiter({ now: () => 0 });
    const { url } = await edge.open(
      {},
      { newContext: () => ({ ...edge.portal.deps, limiter, correlationId: randomUUID(), networks: [] }) },
    );
    const { citizen: limit } = budgets.refusal;
    const outcomes = await Promise.all(Array.from({ length: limit + 5 }, () => outcomeOf(url + path, sending)));
    expect(outcomes.filter((outcome) => outcome === "429 request.too-many")).toHaveLength(5);
    expect(await refusals()).toHaveLength(limit);
  });

  it("is not recorded of nobody, nor when somebody mistypes an address", async () => {
    const { url } = await edge.open({}, { viewerOf: async () => null });
    await outcomeOf(`${url}/api/documents/${randomUUID()}/body`);
    await outcomeOf(`${url}/api/live`, { headers: { "sec-fetch-site": "cross-site" } });
    const signedIn = await edge.open();
    await outcomeOf(`${signedIn.url}/api/documents/x/body`);
    expect(await refusals()).toEqual([]);
  });
});

import type { AnyProcedure } from "@trpc/server";
import { type BudgetName, budgets } from "@dvd/domain/limits/budgets";
import { afterAll, describe, expect, it } from "vitest";
import { memoryRateLimiter } from "../adapters/rate-limit/memory.ts";
import type { RateLimiter } from "../adapters/rate-limit/rate-limiter.ts";
import type { RequestContext } from "../context.ts";
import { makeToken } from "../collectors/make-token.ts";
import { codeOf } from "../errors.ts";
import { downloadDocument } from "../http/download-document.ts";
import { sendCheckpoints, sendRecords } from "../http/export-audit.ts";
import { handleTrpc } from "../http/trpc-handler.ts";
import { uploadPart } from "../http/upload-part.ts";
import { handleRest } from "../rest/handler.ts";
import { appRouter } from "../root.ts";
import { openPortal } from "../testing/portal.ts";
import { anId } from "../testing/sealing.ts";
import { serve } from "../testing/serve.ts";

const portal = await openPortal();
const [citizen, other, official] = [await portal.citizen(), await portal.citizen(), await portal.official(0)];
const auditor = await portal.auditor();
afterAll(() => portal.close());

/** Has had enough of everybody, and remembers who asked. */
function weary() {
  const keys: string[] = [];
  const limiter: RateLimiter = {
    async hit(key) {
      keys.push(key);
      return { allowed: false, retryAfterMs: 41_200 };
    },
  };
  return { limiter, keys };
}
const network = { name: "somewhere", factor: 1 };
const budgetIn = (key: string | undefined) => key?.replace(/^rate_limit:\{.*\}:/, "");

/** The procedures that are not simply read or written; a new one in here, or gone from here, is a decision. */
const tuned: Record<string, BudgetName> = {
  "accounts.saveVault": "background",
  "documents.abandonUpload": "upload",
  "documents.finishUpload": "upload",
  "documents.startUpload": "upload",
  "drafts.saveDraft": "background",
  "proofs.getChallenge": "challenge",
  "sessions.extendSession": "background",
};

// Path → procedure; the type is the nested one of the routers.
const procedures = appRouter._def.procedures as unknown as Record<string, AnyProcedure>;

describe("a procedure", () => {
  it.each(Object.entries(procedures))("%s counts on its budget before it looks at anything", async (name, { _def }) => {
    const expected = tuned[name] ?? (_def.type === "query" ? "read" : "write");
    for (const actor of [citizen.ctx.actor, official.ctx.actor, null]) {
      const { limiter, keys } = weary();
      const caller = appRouter.createCaller({ ...portal.requestOf(actor), limiter, networks: [network] });
      const [group = "", procedure = ""] = name.split(".");
      // The caller is a proxy over the very paths of the router.
      const call = (caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[group];
      const code = await call?.[procedure]?.("no input at all").then(() => "accepted", codeOf);
      expect(code).toBe("request.too-many");
      expect(keys.map(budgetIn)).toEqual([expected]);
    }
  });
});

describe("a route beside the procedures", () => {
  it.each([
    ["a part of an upload", uploadPart, citizen, "PUT", `/api/uploads/${anId()}/parts/0`, "part"],
    ["a download", downloadDocument, citizen, "GET", `/api/documents/${anId()}/body`, "download"],
    ["the audit log", sendRecords, auditor, "GET", "/api/audit/records?after=0", "export"],
    ["its checkpoints", sendCheckpoints, auditor, "GET", "/api/audit/checkpoints", "export"],
  ] as const)(
    "%s: counts on its budget, and says when to come back",
    async (_what, handler, who, method, path, budget) => {
      const { limiter, keys } = weary();
      const server = await serve(handler, () => ({ ...who.request, limiter, networks: [network] }));
      const response = await fetch(server.url + path, { method, ...(method === "PUT" && { body: "x" }) });
      await server.close();
      expect(response.status).toBe(429);
      expect(response.headers.get("retry-after")).toBe("42");
      expect(await response.json()).toMatchObject({ code: "request.too-many", retryAfterSeconds: 42 });
      expect(keys.map(budgetIn)).toEqual([budget]);
    },
  );

  it("the audit log counts colleagues who may not read it on a budget of their own: its auditors go on", async () => {
    const { limiter, keys } = weary();
    const server = await serve(sendRecords, () => ({ ...official.request, limiter }));
    const response = await fetch(`${server.url}/api/audit/records?after=0`);
    await server.close();
    expect(response.status).toBe(429);
    expect(keys.map(budgetIn)).toEqual(["refusal"]);
  });

  it("the audit log counts a machine by its address before its token is looked up, and then for its authority", async () => {
    const { token } = await makeToken(auditor.ctx, { days: 30 });
    const ask = async (limiter: RateLimiter) => {
      const server = await serve(sendRecords, () => ({ ...portal.requestOf(null), limiter, networks: [network] }));
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await fetch(`${server.url}/api/audit/records`, { headers });
      await server.close();
      return status;
    };
    const { limiter, keys } = weary();
    expect(await ask(limiter)).toBe(429);
    const counted: string[] = [];
    const patient: RateLimiter = {
      async hit(key) {
        counted.push(key);
        return { allowed: true };
      },
    };
    expect(await ask(patient)).toBe(200);
    expect(keys.map(budgetIn)).toEqual(["token"]);
    const { tenantId } = auditor.ctx.actor;
    expect(counted).toEqual(["rate_limit:{somewhere}:token", `rate_limit:{${tenantId}}:collect`]);
  });
});

describe("who has asked for too much", () => {
  const trpc = (path: string, ctx: RequestContext) =>
    handleTrpc(new Request(`https://portal.test/api/trpc/${path}`), ctx);

  it("reads in tRPC's answer, head and body, when to come back", async () => {
    const response = await trpc("cases.listOwnCases?input={}", { ...citizen.request, ...weary() });
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("42");
    expect(await response.json()).toMatchObject({
      error: { data: { code: "request.too-many", retryAfterSeconds: 42 } },
    });
  });

  it("reads the same in an answer of REST", async () => {
    const ctx = { ...portal.requestOf(null), ...weary(), networks: [network] };
    const response = await handleRest(new Request("https://portal.test/api/v1/services"), ctx);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("42");
    expect(await response.json()).toMatchObject({ code: "request.too-many", status: 429, retryAfterSeconds: 42 });
  });

  it("is told so while others go on", async () => {
    const limiter = memoryRateLimiter({ now: () => 0 });
    const write = (person: { request: RequestContext }) =>
      appRouter
        .createCaller({ ...person.request, limiter })
        .deviceLinks.closeLink({ linkId: anId() })
        .then(() => "accepted", codeOf);
    for (let count = 0; count < budgets.write.citizen; count += 1) expect(await write(citizen)).toBe("accepted");
    expect(await write(citizen)).toBe("request.too-many");
    expect(await write(other)).toBe("accepted");
    expect(await write(official)).toBe("accepted");
    const reading = appRouter.createCaller({ ...citizen.request, limiter }).cases.listOwnCases({});
    expect(await reading.then(() => "accepted", codeOf)).toBe("accepted");
  });

  it("does not get round it by asking for many things at once", async () => {
    const limiter = memoryRateLimiter({ now: () => 0 });
    const ctx = { ...portal.requestOf(null), limiter, networks: [network] };
    const batch = `${Array(10).fill("directory.listServices").join(",")}?batch=1&input={}`;
    const refused = async () => JSON.stringify(await (await trpc(batch, ctx)).json()).includes("request.too-many");
    let batches = 0;
    while (!(await refused())) batches += 1;
    expect(batches * 10).toBeLessThanOrEqual(budgets.read.address);
    expect((batches + 1) * 10).toBeGreaterThanOrEqual(budgets.read.address);
  });

  it("leaves a line that names the budget and nobody", async () => {
    portal.logLines.length = 0;
    await trpc("cases.listOwnCases?input={}", { ...citizen.request, ...weary() });
    const line = portal.logLines.find((text) => text.includes("limit.reached")) ?? "";
    expect(JSON.parse(line)).toMatchObject({ budget: "read", of: "citizen" });
    expect(line).not.toContain(citizen.ctx.actor.citizenId);
  });
});

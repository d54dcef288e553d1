import { randomUUID } from "node:crypto";
import { createServer, request as forward } from "node:http";
import type { AppRouter } from "@dvd/api/root";
import { openPortal } from "@dvd/api/testing/portal";
import { prepareDraft } from "@dvd/api/testing/sealing";
import { listen } from "@dvd/api/testing/serve";
import { proofHeader, solveChallenge } from "@dvd/api/testing/solve-challenge";
import { encodeBase64 } from "@dvd/api/wire";
import { createTRPCClient } from "@trpc/client";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createHttpServer } from "../../server/http-server.ts";
import { createWaits, linksTo } from "./client.ts";

const portal = await openPortal();
const citizen = await portal.citizen();
const publicOrigin = "https://portal.test";
const server = await listen(
  createHttpServer({
    newContext: () => ({ ...portal.deps, correlationId: randomUUID(), networks: [] }),
    viewerOf: async () => citizen.ctx.actor,
    auth: async (_, __, response) => void response.end(),
    live: async (_, __, response) => void response.end(),
    health: async () => false,
    pages: (_, response) => void response.end(),
    publicOrigin,
  }),
);

/** A line to the server on which the answers to the next few mutations are lost after the server has given them. */
let answersToLose = 0;
let asked = 0;
const line = await listen(
  createServer((request, response) => {
    const headers = { ...request.headers, host: new URL(publicOrigin).host, origin: publicOrigin };
    const onward = forward(`${server.url}${request.url}`, { method: request.method, headers }, (answer) => {
      const isLost = request.method === "POST" && answersToLose > 0;
      if (request.method === "POST") asked += 1;
      if (!isLost) {
        answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers));
        return;
      }
      answersToLose -= 1;
      answer.resume().once("end", () => request.socket.destroy());
    });
    request.pipe(onward);
  }),
);
beforeEach(() => {
  asked = 0;
  vi.stubGlobal("navigator", { onLine: true });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await line.close();
  await server.close();
  await portal.close();
});

const solve = async (challenge: Parameters<typeof solveChallenge>[0]) => proofHeader(solveChallenge(challenge));
const client = createTRPCClient<AppRouter>({ links: linksTo(`${line.url}/api/trpc`, createWaits(), solve) });

async function wiredDraft() {
  const { input } = await prepareDraft(portal, citizen);
  return { ...input, scopeId: encodeBase64(input.scopeId), grants: input.grants.map((grant) => encodeBase64(grant)) };
}
const rowsOf = async (caseId: string) => {
  const [row] = await portal.sql<{ cases: number; records: number }[]>`select
    (select count(*)::int from cases where id = ${caseId}) as cases,
    (select count(*)::int from audit_intake where case_id = ${caseId}) as records`;
  return row;
};

describe("a case whose beginning was answered into a line that broke", () => {
  it("is begun once, and the browser has its answer without anybody doing anything", async () => {
    const draft = await wiredDraft();
    answersToLose = 1;
    expect(await client.cases.openDraft.mutate(draft)).toMatchObject({ caseId: draft.caseId });
    expect(asked).toBe(2);
    expect(await rowsOf(draft.caseId)).toEqual({ cases: 1, records: 1 });
  });

  it("is begun once also when somebody presses the button again, with the key of the first time", async () => {
    const draft = await wiredDraft();
    const context = { idempotencyKey: randomUUID() };
    answersToLose = 3;
    await expect(client.cases.openDraft.mutate(draft, { context })).rejects.toThrow("fetch failed");
    expect(asked).toBe(3);
    expect(await client.cases.openDraft.mutate(draft, { context })).toMatchObject({ caseId: draft.caseId });
    expect(await rowsOf(draft.caseId)).toEqual({ cases: 1, records: 1 });
  });
});

import { request } from "node:http";
import { claimCase } from "@dvd/api/cases/claim-case";
import { removeOfficial } from "@dvd/api/members/remove-official";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import { openHubOf } from "@dvd/api/testing/live";
import type { Official } from "@dvd/api/testing/portal";
import { sealFile, sendCase, start } from "@dvd/api/testing/sealing";
import type { SessionId } from "@dvd/domain/ids";
import { afterAll, describe, expect, it } from "vitest";
import { host, openStream, outcomeOf, post, type Sending } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";

/** AT-12: whoever leaves the authority, while every door that they know is open in a browser of theirs. */
const edge = await openEdge();
const { portal, citizen } = edge;
const viewerOf = async (sessionId: string | undefined) =>
  sessionId ? findViewer(portal.deps, sessionId as SessionId, { touch: false }) : null;
/** Only the bell can end a stream of this hub: it never looks by itself. */
const hub = await openHubOf(portal, { recheckMs: 3_600_000 });
edge.closers.push(hub.close);
const { url } = await edge.open({}, { viewerOf: ({ headers }) => viewerOf(headers.cookie), live: hub.serve });
afterAll(() => edge.close());

const admin = (await portal.admin()).ctx;
const origin = { origin: "https://portal.test" };
const json = (body: object, cookie: string) =>
  post(Buffer.from(JSON.stringify(body)), { ...origin, cookie, "content-type": "application/json" });

/** Every kind of door that an official has, and a request through it that is answered as long as they belong here. */
async function doorsOf({ ctx, keys }: Official): Promise<Record<string, () => Promise<string>>> {
  const cookie = ctx.actor.sessionId;
  const sent = await sendCase(portal, citizen);
  await claimCase(ctx, { caseId: sent.caseId, version: 3 });
  const file = await sealFile(keys.signing, sent.caseKey);
  await start(ctx, sent.caseId, file);
  const part = { ...post(Buffer.from(file.parts[0] ?? []), { ...origin, cookie }), method: "PUT" };
  const ask = (path: string, sending: Sending = {}) =>
    outcomeOf(url + path, { ...sending, headers: { cookie, ...sending.headers } }).then((text) => text.slice(0, 40));
  return {
    "a query": () => ask("/api/trpc/cases.listInbox?input=%7B%7D"),
    "a look into a case": () =>
      ask(`/api/trpc/cases.getCase?input=${encodeURIComponent(JSON.stringify({ caseId: sent.caseId }))}`),
    "a mutation": () => ask("/api/trpc/sessions.extendSession", json({}, cookie)),
    "a part of an upload": () => ask(`/api/uploads/${file.documentId}/parts/0`, part),
    "a download": () => ask(`/api/documents/${sent.document.documentId}/body`),
  };
}

describe("somebody who was removed from the authority", () => {
  it("loses the stream that is open, and finds each door closed, with the very next request", async () => {
    const leaver = await portal.official(1);
    const { officialId, sessionId } = leaver.ctx.actor;
    const doors = await doorsOf(leaver);
    for (const [door, knock] of Object.entries(doors)) expect(`${door}: ${await knock()}`).toMatch(/: 200 /);
    const elsewhere = (await portal.official(1)).ctx.actor.sessionId;
    const colleague = (await portal.official(0)).ctx.actor.sessionId;
    const open = (cookie: string) => openStream(`${url}/api/live`, cookie);
    const [here, there, staying] = [await open(sessionId), await open(elsewhere), await open(colleague)];

    await removeOfficial(admin, { officialId });
    for (const [door, knock] of Object.entries(doors))
      expect([door, await knock()]).toEqual([door, "401 auth.required"]);
    expect(await outcomeOf(`${url}/api/live`, { headers: { cookie: sessionId } })).toBe("401 auth.required");
    await Promise.all([here.ended, there.ended]);
    // The colleague goes on, and hears of the case that is free again.
    await expect.poll(staying.heard).toContain("case.released");
    expect(hub.count()).toBe(1);
    staying.leave();
    await expect.poll(hub.count).toBe(0);
  });

  it("is nobody for a command whose body was still on its way", async () => {
    const { ctx } = await portal.recruit("official");
    const { sessionId } = ctx.actor;
    const { caseId } = await sendCase(portal, citizen);
    const begun = Promise.withResolvers<void>();
    const { url: slow, server } = await edge.open({}, { viewerOf: ({ headers }) => viewerOf(headers.cookie) });
    server.once("request", () => begun.resolve());
    const body = Buffer.from(JSON.stringify({ caseId, version: 3 }));
    const headers = { ...origin, host, cookie: sessionId, "content-type": "application/json" };
    const outgoing = request(`${slow}/api/trpc/cases.claimCase`, {
      method: "POST",
      headers: { ...headers, "content-length": body.length },
    });
    const answered = new Promise<number | undefined>((resolve) =>
      outgoing.on("response", (it) => resolve(it.statusCode)),
    );
    outgoing.write(body.subarray(0, 10));
    await begun.promise;
    await removeOfficial(admin, ctx.actor);
    const before = await portal.imprint();
    outgoing.end(body.subarray(10));
    expect(await answered).toBe(401);
    expect(await portal.imprint()).toEqual(before);
  });

  it("gets no stream that began while the removal was under way", async () => {
    const { ctx } = await portal.recruit("official");
    const arrived = Promise.withResolvers<void>();
    const removed = Promise.withResolvers<void>();
    const { url: slow } = await edge.open(
      {},
      {
        // The login was looked up before the removal, and the stream is opened after it.
        viewerOf: async () => {
          const actor = await viewerOf(ctx.actor.sessionId);
          arrived.resolve();
          await removed.promise;
          return actor;
        },
        live: hub.serve,
      },
    );
    const answer = outcomeOf(`${slow}/api/live`);
    await arrived.promise;
    const earlier = await openStream(`${url}/api/live`, ctx.actor.sessionId);
    await removeOfficial(admin, ctx.actor);
    // The bell has rung when this one is closed, and it does not ring again.
    await earlier.ended;
    removed.resolve();
    expect(await answer).toBe("200 ");
    expect(hub.count()).toBe(0);
  });
});

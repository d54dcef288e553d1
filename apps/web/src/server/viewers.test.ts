import { openLiveHub } from "@dvd/api/live/hub";
import { encode } from "next-auth/jwt";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openStream, post, send } from "./testing/client.ts";
import { openEdge } from "./testing/edge.ts";
import { openViewers } from "./viewers.ts";

const edge = await openEdge();
const { portal, citizen } = edge;
const sealed = { cookieName: "session", sessionSecret: "seals the cookies of a test run" };
const viewers = openViewers(portal.deps, sealed);
let looks = 0;
const hub = await openLiveHub({
  ...portal.deps,
  // Nobody rings: looking again is by the clock alone.
  listen: async () => async () => {},
  currentActor: (actor) => {
    looks += 1;
    return viewers.ofStream(actor);
  },
  recheckMs: 20,
});
afterAll(async () => {
  await hub.close();
  await edge.close();
});
const { url } = await edge.open(
  {},
  {
    viewerOf: viewers.ofCall,
    live: hub.serve,
    pages: async (request, response) => {
      await viewers.noteVisit(request);
      const actor = await viewers.ofPage(request.headers.cookie);
      response.end(actor?.kind);
    },
  },
);
const { sessionId } = citizen.ctx.actor;
const cookie = `session=${await encode({ token: { sid: sessionId }, secret: sealed.sessionSecret })}`;
const lastSeen = async () => {
  const [row] = await portal.sql<{ at: string }[]>`
    select last_seen_at::text as at from sessions where id = ${sessionId}`;
  return row?.at;
};
const json = { origin: "https://portal.test", "content-type": "application/json", cookie };
const mutation = (name: string) => send(`${url}/api/trpc/${name}`, post(Buffer.from("{}"), json));

describe("a login from ten minutes ago", () => {
  let before: string | undefined;
  beforeEach(async () => {
    await portal.sql`update sessions set last_seen_at = now() - interval '10 minutes' where id = ${sessionId}`;
    before = await lastSeen();
  });

  it("gets no younger from an open page, its stream, and what the page does by itself", async () => {
    const stream = await openStream(`${url}/api/live`, cookie);
    looks = 0;
    await expect.poll(() => looks).toBeGreaterThan(1);
    expect((await send(`${url}/vorgaenge`, { headers: { cookie } })).outcome).toBe("200 citizen");
    await send(`${url}/vorgaenge`, { headers: { cookie, "sec-fetch-dest": "document", "sec-purpose": "prefetch" } });
    await send(`${url}/api/trpc/sessions.getSession`, { headers: { cookie } });
    await send(`${url}/api/viewer`, { method: "HEAD", headers: { cookie } });
    await mutation("accounts.saveVault");
    stream.leave();
    expect(await lastSeen()).toBe(before);
  });

  it("gets younger when somebody goes to a page, or changes something", async () => {
    await send(`${url}/vorgaenge`, { headers: { cookie, "sec-fetch-dest": "document" } });
    const visited = await lastSeen();
    expect(visited).not.toBe(before);
    await portal.sql`update sessions set last_seen_at = now() - interval '10 minutes' where id = ${sessionId}`;
    before = await lastSeen();
    await mutation("sessions.extendSession");
    expect(await lastSeen()).not.toBe(before);
  });

  it("gets no younger from what a foreign page makes the browser do", async () => {
    await send(`${url}/api/trpc/sessions.extendSession`, post(Buffer.from("{}"), { ...json, origin: "null" }));
    expect(await lastSeen()).toBe(before);
  });
});

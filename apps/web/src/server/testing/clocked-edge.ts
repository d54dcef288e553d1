import { randomUUID } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import { setImmediate } from "node:timers/promises";
import type { SessionState } from "@dvd/api/sessions/session-state.contract";
import { openSession } from "@dvd/api/sessions/open-session";
import { openHubOf } from "@dvd/api/testing/live";
import { pseudonymKey } from "@dvd/api/testing/portal";
import type { AssuranceLevel } from "@dvd/domain/assurance";
import type { SessionId } from "@dvd/domain/ids";
import { encode } from "next-auth/jwt";
import { vi } from "vitest";
import { createEnding } from "../../lib/session/ending-here.ts";
import { type SessionNow, watchSession } from "../../lib/session/watch-session.ts";
import { openViewers } from "../viewers.ts";
import { post, send, type Sending } from "./client.ts";
import { openEdge } from "./edge.ts";

const sealed = { cookieName: "session", sessionSecret: "seals the cookies of a test run" };
const origin = "https://portal.test";

/** What a browser adds to a call that one of our pages makes. */
export const fromOurPage = { origin, "content-type": "application/json" };
/** What it says when somebody goes to a page. */
export const goingThere = { "sec-fetch-dest": "document" };

type LoginWish = { subject?: string; former?: SessionId | null };

/**
 * The server, its database, its live streams and pages in front of it, all by one clock that only the test moves: no time
 * passes by itself, so a second before a limit and the limit are two different moments and never nearly the same.
 */
export async function openClockedEdge() {
  const clock = { at: Date.now() };
  const now = () => new Date(clock.at);
  const edge = await openEdge({ now });
  const setDatabaseClock = await edge.portal.stopDatabaseClock();
  // From here on. Only these: the drivers below wait by timeouts of their own. Streams and pages look around by intervals.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });

  /** Questions to the server that nobody has heard the answer of. */
  const underWay = new Set<Promise<unknown>>();
  /** Whoever asks is answered by the clock of now, also in the middle of a long time that passes. */
  function asked<T>(question: () => Promise<T>): Promise<T> {
    const answer = setDatabaseClock(now()).then(question);
    const done = answer.catch(() => null).finally(() => underWay.delete(done));
    underWay.add(done);
    return answer;
  }
  async function settled() {
    while (underWay.size > 0) {
      await Promise.all(underWay);
      await setImmediate();
    }
  }
  async function pass(seconds: number) {
    for (let second = 0; second < seconds; second += 1) {
      clock.at += 1_000;
      vi.advanceTimersByTime(1_000);
      if (underWay.size > 0) await settled();
    }
    await setDatabaseClock(now());
  }

  const viewers = openViewers(edge.portal.deps, sealed);
  const hub = await openHubOf(edge.portal, { currentActor: (actor) => asked(() => viewers.ofStream(actor)) });
  edge.closers.push(hub.close);
  const { url } = await edge.open(
    {},
    {
      newContext: () => ({ ...edge.portal.deps, log: edge.log, correlationId: randomUUID(), networks: [] }),
      viewerOf: viewers.ofCall,
      live: hub.serve,
      pages: async (request, response) => {
        await viewers.noteVisit(request);
        const actor = await viewers.ofPage(request.headers.cookie);
        response.end(actor?.kind);
      },
    },
  );

  const cookieOf = async (sid: SessionId) =>
    `${sealed.cookieName}=${await encode({ token: { sid }, secret: sealed.sessionSecret })}`;
  const ask = (path: string, cookie: string, { headers, ...sending }: Sending = {}) =>
    asked(() => send(url + path, { ...sending, headers: { cookie, ...headers } })).then(({ outcome }) => outcome);
  const mutate = (procedure: string, cookie: string, headers: OutgoingHttpHeaders = fromOurPage) =>
    ask(`/api/trpc/${procedure}`, cookie, post(Buffer.from("{}"), headers));

  /** As `SessionProvider` hears it. */
  function heard(outcome: string): SessionState | null {
    if (outcome === "401 auth.required") return null;
    if (!outcome.startsWith("200 ")) throw new Error(outcome);
    return JSON.parse(outcome.slice(4)).result.data;
  }
  const state = async (cookie: string) => heard(await ask("/api/trpc/sessions.getSession?input=%7B%7D", cookie));
  const extend = async (cookie: string) => heard(await mutate("sessions.extendSession", cookie));

  /** A window of that browser. Its device may show another time than the world has. */
  async function openPage(cookie: string, { wrongBy = 0, others = [] as { check: () => void }[] } = {}) {
    const target = new EventTarget();
    const seen: SessionNow[] = [];
    const watch = watchSession({
      source: { read: () => asked(() => state(cookie)), extend: () => asked(() => extend(cookie)) },
      target,
      onChange: (change) => seen.push(change),
      onOtherPerson: () => seen.push({ is: "unknown" }),
      tell: () => {
        for (const other of others) other.check();
      },
      ending: createEnding(),
      now: () => clock.at + wrongBy,
    });
    await settled();
    return {
      watch,
      shows: () => seen.at(-1),
      everShown: () => seen.map(({ is }) => is),
      /** A person's hand. */
      async touch(sign = "keydown") {
        target.dispatchEvent(new Event(sign));
        await settled();
      },
    };
  }

  return {
    portal: edge.portal,
    url,
    hub,
    now,
    pass,
    settled,
    ask,
    mutate,
    state,
    extend,
    openPage,
    cookieOf,
    /** A citizen who logs in, at this level. `former`: what the cookie of that browser held until now. */
    async logIn(assurance: AssuranceLevel, { subject = randomUUID(), former = null }: LoginWish = {}) {
      const login = { kind: "citizen" as const, issuer: "https://citizens.test", subject, assurance };
      const opened = await openSession(
        { ...edge.portal.deps, pseudonymKey },
        { ...login, authenticatedAt: now(), nonce: randomUUID(), providerSession: null },
        { device: { browser: "other", system: "other" }, former },
      );
      if ("refused" in opened) throw new Error(opened.refused);
      return { sessionId: opened.sessionId, cookie: await cookieOf(opened.sessionId), subject };
    },
    async close() {
      vi.useRealTimers();
      await edge.close();
    },
  };
}

import { type AssuranceLevel, assuranceLevels } from "@dvd/domain/assurance";
import { freshLoginMinutes } from "@dvd/domain/session/fresh-login";
import { sessionLimits, warningMinutes } from "@dvd/domain/session/limits";
import { afterAll, describe, expect, it } from "vitest";
import { looksFresh } from "../lib/session/looks-fresh.ts";
import { openStream, post } from "./testing/client.ts";
import { fromOurPage, goingThere, openClockedEdge } from "./testing/clocked-edge.ts";

/** AT-25: how a login lasts and ends, at the server and on the page at once, by one clock that moves (TR-03160-1). */
const world = await openClockedEdge();
const { pass, state, extend, logIn, openPage, ask, mutate } = world;
afterAll(() => world.close());

const warning = warningMinutes * 60;
const over = { is: "over", why: "time" };

/** What a page, a browser or a machine does while nobody is there. */
const nobodyDoes = {
  "the question how long it lasts": (cookie) => ask("/api/trpc/sessions.getSession?input=%7B%7D", cookie),
  "what a page reads after news": (cookie) => ask("/api/trpc/sessions.listSessions?input=%7B%7D", cookie),
  "what a page saves by itself": (cookie) => mutate("accounts.saveVault", cookie),
  "a page that is made anew": (cookie) => ask("/vorgaenge", cookie),
  "a page that the browser fetches in advance": (cookie) =>
    ask("/vorgaenge", cookie, { headers: { ...goingThere, "sec-purpose": "prefetch" } }),
  "a page that our own links fetch in advance": (cookie) =>
    ask("/vorgaenge", cookie, { headers: { rsc: "1", "next-router-prefetch": "1" } }),
  "the question who this is": (cookie) => ask("/api/viewer", cookie, { method: "HEAD" }),
  "a foreign page that makes the browser call": (cookie) =>
    mutate("sessions.extendSession", cookie, { ...fromOurPage, origin: "https://elsewhere.test" }),
} satisfies Record<string, (cookie: string) => Promise<string>>;

const somebodyDoes = {
  "somebody who goes to a page": (cookie) => ask("/vorgaenge", cookie, { headers: goingThere }),
  "somebody who follows a link": (cookie) => ask("/vorgaenge", cookie, { headers: { rsc: "1" } }),
  // Refused for what is in it, and a person's act all the same.
  "somebody who changes something": (cookie) => mutate("messages.sendMessage", cookie),
  "somebody who does so together with what a page saves by itself": (cookie) =>
    mutate("accounts.saveVault,messages.sendMessage?batch=1", cookie),
  "a document that somebody uploads": (cookie) =>
    ask("/api/uploads/019a0000-0000-7000-8000-000000000000/parts/0", cookie, {
      ...post(Buffer.from("part"), fromOurPage),
      method: "PUT",
    }),
} satisfies Record<string, (cookie: string) => Promise<string>>;

describe.each(assuranceLevels)("a login of the level %s", (level) => {
  const idle = sessionLimits[level].idle * 60;
  const total = sessionLimits[level].total * 60;

  it("ends when nobody has done anything for its idle time, and not a second before", async () => {
    const { cookie } = await logIn(level);
    expect(await state(cookie)).toMatchObject({ assurance: level, idleSeconds: idle, totalSeconds: total });
    await pass(idle - 1);
    expect(await state(cookie)).toMatchObject({ idleSeconds: 1, totalSeconds: total - idle + 1 });
    await pass(1);
    expect(await state(cookie)).toBeNull();
    expect(await extend(cookie)).toBeNull();
  });

  it("is announced two minutes before that, and the page knows of the end in the second in which it comes", async () => {
    const { cookie } = await logIn(level);
    const page = await openPage(cookie);
    await pass(idle - warning - 1);
    expect(page.shows()).toMatchObject({ is: "quiet" });
    await pass(1);
    expect(page.shows()).toMatchObject({ is: "ending", why: "idle", seconds: warning });
    await pass(warning - 1);
    expect(page.shows()).toMatchObject({ is: "ending", seconds: 1 });
    expect(await state(cookie)).not.toBeNull();
    await pass(1);
    expect(page.shows()).toEqual(over);
    expect(await state(cookie)).toBeNull();
  });

  it("begins its idle time anew with the extension, up to the last second", async () => {
    const { cookie } = await logIn(level);
    const page = await openPage(cookie);
    await pass(idle - 1);
    await page.watch.extend();
    expect(page.shows()).toMatchObject({ is: "quiet", session: { idleSeconds: idle } });
    await pass(idle - 1);
    expect(await state(cookie)).toMatchObject({ idleSeconds: 1 });
    await pass(1);
    expect(page.shows()).toEqual(over);
  });

  it("ends at its longest time also under the hands of a person, who is told that it cannot be extended", async () => {
    const { cookie } = await logIn(level);
    const page = await openPage(cookie);
    for (let minute = 1; minute < total / 60 - warningMinutes; minute += 1) {
      await pass(60);
      await page.touch();
      expect(page.shows()).toMatchObject({ is: "quiet" });
    }
    await pass(59);
    expect(page.shows()).toMatchObject({ is: "quiet" });
    await pass(1);
    expect(page.shows()).toMatchObject({ is: "ending", why: "total", seconds: warning });
    await pass(warning - 1);
    await page.watch.extend();
    expect(await state(cookie)).toMatchObject({ totalSeconds: 1 });
    await pass(1);
    expect(page.shows()).toEqual(over);
    expect(await extend(cookie)).toBeNull();
  });

  it.each(Object.entries(nobodyDoes))("is not kept alive by %s", async (_, happen) => {
    const { cookie } = await logIn(level);
    await pass(idle - 1);
    expect(await happen(cookie)).not.toBe("401 auth.required");
    await pass(1);
    expect(await state(cookie)).toBeNull();
  });

  it.each(Object.entries(somebodyDoes))("is kept alive by %s", async (_, happen) => {
    const { cookie } = await logIn(level);
    await pass(idle - 1);
    await happen(cookie);
    await pass(idle - 1);
    expect(await state(cookie)).not.toBeNull();
    await pass(1);
    expect(await state(cookie)).toBeNull();
  });

  it("takes the open stream along, which has not kept it alive either", async () => {
    const { cookie } = await logIn(level);
    const stream = await openStream(`${world.url}/api/live`, cookie);
    await pass(idle - 1);
    expect(world.hub.count()).toBe(1);
    // The bell rings when a session is ended. This one ends by itself, and the hub finds out at its next look.
    await pass(16);
    await stream.ended;
    expect(stream.heard()).toContain("still here");
    await expect.poll(world.hub.count).toBe(0);
  });
});

describe("the page", () => {
  const level: AssuranceLevel = "substantial";
  const untilWarned = sessionLimits[level].idle * 60 - warning;

  it("goes by the time that has passed, whatever its device shows", async () => {
    const { cookie } = await logIn(level);
    const hours = [-5, 0, 5].map((count) => count * 3_600_000);
    const pages = await Promise.all(hours.map((wrongBy) => openPage(cookie, { wrongBy })));
    await pass(untilWarned - 1);
    for (const page of pages) expect(page.shows()).toMatchObject({ is: "quiet" });
    await pass(1);
    for (const page of pages) expect(page.shows()).toMatchObject({ is: "ending", seconds: warning });
  });

  it("warns nobody in a second window while they work in the first, and takes its warning back with the other", async () => {
    const { cookie } = await logIn(level);
    const second = await openPage(cookie);
    const first = await openPage(cookie, { others: [second.watch] });
    await pass(600);
    await first.touch();
    await pass(untilWarned - 1);
    expect([...first.everShown(), ...second.everShown()]).not.toContain("ending");
    await pass(1);
    for (const page of [first, second]) expect(page.shows()).toMatchObject({ is: "ending" });
    await first.watch.extend();
    await world.settled();
    for (const page of [first, second]) expect(page.shows()).toMatchObject({ is: "quiet" });
  });

  it("takes no movement for the answer to its question, while the time goes on", async () => {
    const { cookie } = await logIn(level);
    const page = await openPage(cookie);
    await pass(untilWarned);
    for (const sign of ["pointerdown", "keydown", "wheel", "touchstart"]) await page.touch(sign);
    await pass(warning);
    expect(page.shows()).toEqual(over);
    expect(await state(cookie)).toBeNull();
  });
});

describe("a login anew", () => {
  it("has another id and all of its time, and the former one of this browser is over in the same second", async () => {
    const former = await logIn("high");
    await pass(sessionLimits.high.idle * 60 - 1);
    const { cookie, sessionId } = await logIn("high", { subject: former.subject, former: former.sessionId });
    expect(sessionId).not.toBe(former.sessionId);
    expect(await state(former.cookie)).toBeNull();
    expect(await state(cookie)).toMatchObject({ idleSeconds: 300, totalSeconds: 1_800, loginAgeSeconds: 0 });
  });

  it("in another browser extends nothing in the first", async () => {
    const first = await logIn("high");
    await pass(sessionLimits.high.idle * 60 - 1);
    await logIn("high", { subject: first.subject });
    await pass(1);
    expect(await state(first.cookie)).toBeNull();
  });
});

describe("a login that is ended", () => {
  it("is over before any time has passed, for the next request and for its stream, and two seconds later for its page", async () => {
    const lost = await logIn("low");
    const here = await logIn("low", { subject: lost.subject });
    const page = await openPage(lost.cookie);
    const stream = await openStream(`${world.url}/api/live`, lost.cookie);
    expect(await mutate("sessions.endOtherSessions", here.cookie)).toContain('"ended":1');
    await stream.ended;
    expect(await ask("/api/trpc/sessions.listSessions?input=%7B%7D", lost.cookie)).toBe("401 auth.required");
    // Without its stream the page asks why, and once more: a login in another window could have taken the place of this one.
    await page.watch.check();
    expect(page.shows()).toMatchObject({ is: "quiet" });
    await pass(2);
    await page.watch.check();
    expect(page.shows()).toEqual({ is: "over", why: "elsewhere" });
    expect(await state(here.cookie)).not.toBeNull();
  });
});

describe("an act that needs a fresh login", () => {
  const limit = freshLoginMinutes * 60;
  const takeAlong = (cookie: string) => ask("/api/audit/records", cookie).then((outcome) => outcome.slice(0, 40));
  const logInAuditor = async () => world.cookieOf((await world.portal.auditor()).ctx.actor.sessionId);

  it("is done in the last second of five minutes and refused in the next, however busy the person is", async () => {
    const cookie = await logInAuditor();
    await pass(limit);
    expect(await extend(cookie)).toMatchObject({ loginAgeSeconds: limit });
    expect(await takeAlong(cookie)).toMatch(/^200 /);
    await pass(1);
    expect(await extend(cookie)).toMatchObject({ loginAgeSeconds: limit + 1 });
    expect(await takeAlong(cookie)).toBe("403 auth.login-too-old");
    expect(await takeAlong(await logInAuditor())).toMatch(/^200 /);
  });

  it("is not begun by the page when a quarter of a minute is left, whatever its device shows", async () => {
    const { cookie } = await logIn("low");
    const wrongBy = 7 * 3_600_000;
    const page = await openPage(cookie, { wrongBy });
    const looks = () => looksFresh(page.shows() ?? { is: "unknown" }, world.now().getTime() + wrongBy);
    await pass(limit - 15);
    expect(looks()).toBe(true);
    await pass(1);
    expect(looks()).toBe(false);
    await page.watch.extend();
    expect(looks()).toBe(false);
  });
});

import { isFresh } from "@dvd/domain/session/fresh-login";
import { afterAll, describe, expect, it } from "vitest";
import type { ActorCtx } from "../context.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { assertFreshLogin } from "./assert-fresh-login.ts";
import { endOtherSessions } from "./end-other-sessions.ts";
import { endSession } from "./end-session.ts";
import { extendSession } from "./extend-session.ts";
import { findViewer } from "./find-viewer.ts";
import { getSession } from "./get-session.ts";
import { listSessions } from "./list-sessions.ts";

let at = Date.now();
const portal = await openPortal({ now: () => new Date(at) });
const setDatabaseClock = await portal.stopDatabaseClock();
afterAll(() => portal.close());

function letPass(seconds: number) {
  at += seconds * 1_000;
  return setDatabaseClock(new Date(at));
}

describe("a person asks how long their login lasts", () => {
  it("and is told in seconds, by the level of the login; asking alone keeps nothing alive", async () => {
    const { ctx } = await portal.citizen();
    await letPass(20 * 60);
    const told = { accountId: ctx.actor.citizenId, kind: "citizen", assurance: "substantial" };
    const times = { idleSeconds: 10 * 60, totalSeconds: 100 * 60, loginAgeSeconds: 20 * 60 };
    for (let look = 0; look < 2; look += 1) expect(await getSession(ctx)).toEqual({ ...told, ...times });
  });

  it("and extends it, up to the end that the level sets", async () => {
    const { ctx } = await portal.official(0);
    await letPass(29 * 60);
    expect(await extendSession(ctx)).toMatchObject({ idleSeconds: 30 * 60, totalSeconds: 91 * 60 });
  });

  it("and hears that it is over", async () => {
    const { ctx } = await portal.citizen();
    await letPass(30 * 60 - 1);
    expect(await outcome(getSession(ctx))).toBe("accepted");
    await letPass(1);
    expect(await outcome(getSession(ctx))).toBe("auth.required");
    expect(await outcome(extendSession(ctx))).toBe("auth.required");
  });
});

describe("a person looks where they are logged in", () => {
  it("and signs out there; a stranger's login is not theirs to end", async () => {
    const [here, there] = [await portal.official(1), await portal.official(1)];
    const stranger = await portal.citizen();
    const { sessions } = await listSessions(here.ctx);
    expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    const [ofStranger] = (await listSessions(stranger.ctx)).sessions;
    expect(await endOtherSessions(here.ctx, { handle: ofStranger?.handle })).toEqual({ ended: 0 });
    expect(await endOtherSessions(here.ctx, { handle: sessions[1]?.handle })).toEqual({ ended: 1 });
    const alive = ({ actor }: ActorCtx) => findViewer(portal.deps, actor.sessionId, { touch: false });
    expect(await alive(there.ctx)).toBeNull();
    expect(await alive(here.ctx)).not.toBeNull();
    expect(await alive(stranger.ctx)).not.toBeNull();
  });

  it("and sees nothing more once they are signed out", async () => {
    const { ctx } = await portal.citizen();
    await endSession(portal.deps, ctx.actor.sessionId);
    expect(await listSessions(ctx)).toEqual({ sessions: [] });
  });
});

describe("an act that needs a fresh login", () => {
  it("is refused with its own code as soon as the login is older than five minutes", async () => {
    const { ctx } = await portal.citizen();
    const after = (ms: number) => ({ ...ctx, now: () => new Date(ctx.actor.authenticatedAt.getTime() + ms) });
    const attempt = async (ms: number) => outcome((async () => assertFreshLogin(after(ms), "ways-back.change"))());
    expect(await attempt(5 * 60_000)).toBe("accepted");
    expect(await attempt(5 * 60_000 + 1)).toBe("auth.login-too-old");
    expect(isFresh(ctx.actor.authenticatedAt, ctx.now())).toBe(true);
  });
});

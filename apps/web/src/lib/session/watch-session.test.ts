import type { SessionState } from "@dvd/api/sessions/session-state.contract";
import { type AssuranceLevel, assuranceLevels } from "@dvd/domain/assurance";
import { sessionLimits, warningMinutes } from "@dvd/domain/session/limits";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEnding } from "./ending-here.ts";
import { type SessionNow, watchSession } from "./watch-session.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const minutes = (count: number) => seconds(count * 60);

/** A server with a clock of its own: it ends the session by the very table, whatever the page believes. */
async function open(assurance: AssuranceLevel) {
  const { idle, total } = sessionLimits[assurance];
  const opened = Date.now();
  const server = { accountId: "a", seenAt: opened, isRevoked: false, isReachable: true, reads: 0, extensions: 0 };
  const state = (): SessionState | null => {
    if (!server.isReachable) throw new Error("offline");
    const idleSeconds = (server.seenAt - Date.now()) / 1_000 + idle * 60;
    const totalSeconds = (opened - Date.now()) / 1_000 + total * 60;
    if (server.isRevoked || idleSeconds <= 0 || totalSeconds <= 0) return null;
    return { accountId: server.accountId, kind: "citizen", assurance, idleSeconds, totalSeconds, loginAgeSeconds: 0 };
  };
  const target = new EventTarget();
  const seen: SessionNow[] = [];
  const others = { told: 0, otherPerson: 0 };
  const ending = createEnding();
  const watch = watchSession({
    source: {
      read: async () => {
        server.reads += 1;
        return state();
      },
      extend: async () => {
        server.extensions += 1;
        if (state()) server.seenAt = Date.now();
        return state();
      },
    },
    target,
    onChange: (now) => seen.push(now),
    onOtherPerson: () => {
      others.otherPerson += 1;
    },
    tell: () => {
      others.told += 1;
    },
    ending,
    now: Date.now,
  });
  await seconds(0);
  return { server, ending, target, seen, others, watch, last: () => seen.at(-1) };
}

describe.each(assuranceLevels)("a login of the level %s", (assurance) => {
  const { idle, total } = sessionLimits[assurance];

  it("is announced two minutes before its idle end, and not earlier", async () => {
    const { last } = await open(assurance);
    await minutes(idle - warningMinutes - 0.1);
    expect(last()).toMatchObject({ is: "quiet" });
    await seconds(10);
    expect(last()).toMatchObject({ is: "ending", why: "idle" });
    await minutes(warningMinutes + 0.1);
    expect(last()).toEqual({ is: "over", why: "time" });
  });

  it("lasts while a person is there, and the end that nobody can move is announced as such", async () => {
    const { target, last, server } = await open(assurance);
    for (let passed = 0; passed < total - warningMinutes - 0.5; passed += 0.5) {
      await seconds(30);
      target.dispatchEvent(new Event("keydown"));
      expect(last()).toMatchObject({ is: "quiet" });
    }
    await minutes(1);
    expect(last()).toMatchObject({ is: "ending", why: "total" });
    await minutes(warningMinutes);
    expect(last()).toEqual({ is: "over", why: "time" });
    // Not with each key that is pressed.
    expect(server.extensions).toBeLessThanOrEqual(total);
  });
});

describe("a warning", () => {
  const warned = async () => {
    const world = await open("substantial");
    await minutes(28.5);
    expect(world.last()).toMatchObject({ is: "ending", why: "idle" });
    return world;
  };

  it("goes away with an extension, which the other windows hear of", async () => {
    const { watch, last, others } = await warned();
    const before = others.told;
    await watch.extend();
    expect(last()).toMatchObject({ is: "quiet" });
    expect(others.told).toBe(before + 1);
  });

  it("does not go away because somebody moves: a person decides", async () => {
    const { target, last, server } = await warned();
    for (const sign of ["pointerdown", "keydown", "wheel"]) target.dispatchEvent(new Event(sign));
    await seconds(5);
    expect(last()).toMatchObject({ is: "ending" });
    expect(server.extensions).toBe(0);
  });

  it("does not come when another window has extended meanwhile", async () => {
    const { server, last, seen } = await open("substantial");
    await minutes(20);
    server.seenAt = Date.now();
    await minutes(15);
    expect(last()).toMatchObject({ is: "quiet" });
    expect(seen.filter(({ is }) => is === "ending")).toEqual([]);
  });

  it("counts down without asking the server each second", async () => {
    const { server } = await warned();
    const before = server.reads;
    await seconds(60);
    expect(server.reads).toBe(before);
  });
});

describe("the end", () => {
  it("is told apart: by time, or by somebody elsewhere", async () => {
    const { server, watch, last } = await open("low");
    server.isRevoked = true;
    await watch.check();
    await seconds(2);
    expect(last()).toEqual({ is: "over", why: "elsewhere" });
  });

  it("that this page itself makes is no news to it", async () => {
    const { server, watch, ending, last } = await open("low");
    await ending.during(async () => {
      server.isRevoked = true;
      await watch.check();
    });
    await watch.check();
    expect(last()).toMatchObject({ is: "quiet" });
  });

  it("is none when another window has just signed in anew, however often this page asks before its cookie is here", async () => {
    const { server, watch, last, seen } = await open("low");
    server.isRevoked = true;
    for (let look = 0; look < 3; look += 1) await watch.check();
    await seconds(1);
    server.isRevoked = false;
    await seconds(1);
    expect(last()).toMatchObject({ is: "quiet" });
    expect(seen.filter(({ is }) => is === "over")).toEqual([]);
    server.isRevoked = true;
    await watch.check();
    await seconds(1);
    expect(
      seen.filter(({ is }) => is === "over"),
      "a new doubt is a new look",
    ).toEqual([]);
    await seconds(1);
    expect(last()).toEqual({ is: "over", why: "elsewhere" });
  });

  it("that this page wanted to make and could not is asked about anew", async () => {
    const { server, ending, last } = await open("low");
    const refused = ending.during(() => Promise.reject(new Error("refused")));
    await expect(refused).rejects.toThrow("refused");
    await seconds(0);
    expect(last()).toMatchObject({ is: "quiet" });
    const halfDone = ending.during(async () => {
      server.isRevoked = true;
      throw new Error("the answer was lost");
    });
    await expect(halfDone).rejects.toThrow("lost");
    await seconds(2);
    expect(last()).toEqual({ is: "over", why: "elsewhere" });
  });

  it("comes without a connection as well", async () => {
    const { server, last } = await open("high");
    await minutes(1);
    server.isReachable = false;
    await minutes(4.2);
    expect(last()).toEqual({ is: "over", why: "time" });
  });

  it("is no end when the person has signed in again", async () => {
    const { server, watch, last } = await open("high");
    await minutes(5.2);
    expect(last()).toEqual({ is: "over", why: "time" });
    server.seenAt = Date.now();
    await watch.check();
    expect(last()).toMatchObject({ is: "quiet" });
  });

  it("of one person does not go on as another's, after its end either", async () => {
    const { server, watch, others, last } = await open("high");
    await minutes(5.2);
    expect(last()).toMatchObject({ is: "over" });
    server.accountId = "somebody else";
    server.seenAt = Date.now();
    await watch.check();
    expect(others.otherPerson).toBe(1);
  });

  it("of one person is not the beginning of another's page", async () => {
    const { server, watch, others } = await open("low");
    server.accountId = "somebody else";
    await watch.check();
    expect(others.otherPerson).toBe(1);
  });

  it("of a page means that nothing is asked any more", async () => {
    const { server, watch, target } = await open("low");
    watch.stop();
    const before = server.reads;
    await minutes(90);
    target.dispatchEvent(new Event("keydown"));
    expect([server.reads, server.extensions]).toEqual([before, 0]);
  });
});

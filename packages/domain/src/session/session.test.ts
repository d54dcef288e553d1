import { describe, expect, it } from "vitest";
import { assuranceLevels } from "../assurance.ts";
import { deviceOf } from "./device.ts";
import { freshLoginMinutes, isFresh } from "./fresh-login.ts";
import { sessionLimits, sessionPhase, warningMinutes } from "./limits.ts";
import { neededLevel } from "./login.ts";

describe("the limits of a session", () => {
  it("are those of BSI TR-03160-1, and leave room for a warning", () => {
    expect(sessionLimits).toEqual({
      low: { total: 720, idle: 60 },
      substantial: { total: 120, idle: 30 },
      high: { total: 30, idle: 5 },
    });
    for (const level of assuranceLevels) expect(sessionLimits[level].idle).toBeGreaterThan(warningMinutes + 1);
  });

  it("announce the end two minutes before, and say whether it can be moved", () => {
    const times = { idleSeconds: 300, totalSeconds: 1_000 };
    expect(sessionPhase(times, 179)).toEqual({ is: "quiet" });
    expect(sessionPhase(times, 180)).toEqual({ is: "ending", why: "idle", seconds: 120 });
    expect(sessionPhase(times, 300)).toEqual({ is: "over" });
    expect(sessionPhase({ idleSeconds: 300, totalSeconds: 200 }, 80)).toMatchObject({ why: "total", seconds: 120 });
  });
});

describe("a fresh login", () => {
  it("is one of the last five minutes, and not a moment older", () => {
    const then = new Date("2026-11-21T12:00:00Z");
    const after = (ms: number) => new Date(then.getTime() + freshLoginMinutes * 60_000 + ms);
    expect(isFresh(then, after(0))).toBe(true);
    expect(isFresh(then, after(1))).toBe(false);
  });
});

describe("the level that a login has to reach", () => {
  it("is what the door needs, or more, and never less because somebody asked for less", () => {
    expect(neededLevel("citizen", null)).toBe("low");
    expect(neededLevel("citizen", "high")).toBe("high");
    expect(neededLevel("official", null)).toBe("substantial");
    expect(neededLevel("official", "low")).toBe("substantial");
  });
});

describe("a device in the list", () => {
  const engine = "AppleWebKit/537.36 (KHTML, like Gecko)";
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "firefox", "linux"],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${engine} Chrome/140.0 Safari/537.36 Edg/140.0`, "edge", "windows"],
    [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${engine} Chrome/140.0 Mobile Safari/537.36`, "chrome", "android"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1", "safari", "ios"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) Version/19.0 Safari/605.1.15", "safari", "macos"],
    ["curl/8.5", "other", "other"],
    ["", "other", "other"],
  ])("%s is %s on %s", (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });
});

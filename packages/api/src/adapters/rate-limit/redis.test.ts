import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "@dvd/config/log";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { redisProgram, startRedis } from "../../testing/redis-server.ts";
import { openRedis, type SharedRedis } from "../redis/redis.ts";
import { rateLimiterBehaviour } from "./behaviour.ts";
import type { Allowance } from "./rate-limiter.ts";
import { redisRateLimiter } from "./redis.ts";

const logLines: string[] = [];
const log = createLogger({ level: "info", service: "test", destination: { write: (line) => logLines.push(line) } });

describe.skipIf(!redisProgram)("rate limiter in Redis", () => {
  let server: Awaited<ReturnType<typeof startRedis>>;
  const open: SharedRedis[] = [];
  const aProcess = () => {
    const redis = openRedis(server.url, log);
    open.push(redis);
    return redisRateLimiter(redis, { processes: 4, now: () => performance.now() });
  };
  beforeAll(async () => {
    server = await startRedis();
  });
  afterEach(() => {
    for (const redis of open.splice(0)) redis.close();
  });
  afterAll(() => server.stop());

  rateLimiterBehaviour(async () => ({ limiter: aProcess(), wait: (ms) => sleep(ms) }));

  const ten = (alone: Allowance["alone"]): Allowance => ({ limit: 10, windowMs: 600_000, alone });
  const key = () => `rate_limit:{${crypto.randomUUID()}}:test`;
  async function allowedOf(limiter: ReturnType<typeof aProcess>, mine: string, allowance: Allowance) {
    let allowed = 0;
    for (let hit = 0; hit < 15; hit += 1) allowed += Number((await limiter.hit(mine, allowance)).allowed);
    return allowed;
  }
  const untilFound = (limiter: ReturnType<typeof aProcess>) =>
    vi.waitFor(
      async () => {
        await limiter.hit(key(), ten("share"));
        expect(logLines.join("")).toContain("redis.found");
      },
      { timeout: 15_000, interval: 100 },
    );

  it("counts for all processes together, and keeps nothing longer than a window", async () => {
    const mine = key();
    const [one, other] = [aProcess(), aProcess()];
    for (let hit = 0; hit < 5; hit += 1) {
      expect((await one.hit(mine, ten("whole"))).allowed).toBe(true);
      expect((await other.hit(mine, ten("whole"))).allowed).toBe(true);
    }
    expect((await one.hit(mine, ten("whole"))).allowed).toBe(false);
    const left = await open[0]?.ask((redis) => redis.pttl(mine));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(650_000);
  });

  it("goes on in a Redis that was started anew and knows nothing any more", async () => {
    const limiter = aProcess();
    expect((await limiter.hit(key(), ten("share"))).allowed).toBe(true);
    await server.stop();
    await server.start();
    const mine = key();
    await vi.waitFor(async () => expect(await open[0]?.ask((redis) => redis.ping())).toBe("PONG"), {
      timeout: 15_000,
      interval: 100,
    });
    expect(await allowedOf(limiter, mine, ten("share"))).toBe(10);
  });

  it.each([
    ["its share of a limit against abuse", "share", 2],
    ["the whole of a limit that protects the process", "whole", 10],
  ] as const)("gives %s while Redis is gone, and is never open", async (_what, alone, allowed) => {
    logLines.length = 0;
    const limiter = aProcess();
    await limiter.hit(key(), ten(alone));
    await server.stop();
    expect(await allowedOf(limiter, key(), ten(alone))).toBe(allowed);
    expect(logLines.filter((line) => line.includes("redis.lost"))).toHaveLength(1);
    await server.start();
    await untilFound(limiter);
    expect(await allowedOf(limiter, key(), ten(alone))).toBe(10);
  });

  it("does the same while Redis takes questions and answers none", async () => {
    logLines.length = 0;
    const limiter = aProcess();
    await limiter.hit(key(), ten("share"));
    server.hang();
    expect(await allowedOf(limiter, key(), ten("share"))).toBe(2);
    server.goOn();
    expect(logLines.join("")).toContain("redis.lost");
  });

  it("starts without a Redis", async () => {
    await server.stop();
    const limiter = aProcess();
    expect(await allowedOf(limiter, key(), ten("share"))).toBe(2);
    await server.start();
  });
});

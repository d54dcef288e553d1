import { setTimeout as sleep } from "node:timers/promises";
import { createLogger } from "@dvd/config/log";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { redisProgram, startRedis } from "../../testing/redis-server.ts";
import { openRedis, type SharedRedis } from "../redis/redis.ts";
import { cacheBehaviour } from "./behaviour.ts";
import { redisCache } from "./redis.ts";

const log = createLogger({ level: "error", service: "test", destination: { write: () => undefined } });

describe.skipIf(!redisProgram)("cache in Redis", () => {
  let server: Awaited<ReturnType<typeof startRedis>>;
  const open: SharedRedis[] = [];
  const aProcess = () => {
    const redis = openRedis(server.url, log);
    open.push(redis);
    return redisCache(redis, { now: () => performance.now() });
  };
  beforeAll(async () => {
    server = await startRedis();
  });
  afterEach(() => {
    for (const redis of open.splice(0)) redis.close();
  });
  afterAll(() => server.stop());

  cacheBehaviour(async () => ({ cache: aProcess(), wait: (ms) => sleep(ms) }));

  const hour = 3_600_000;
  const name = () => `test-${crypto.randomUUID()}`;

  it("is one for all processes: loaded once, and dropped everywhere", async () => {
    const [one, other] = [aProcess(), aProcess()];
    const mine = name();
    expect(await one.remember(mine, hour, async () => "first")).toBe("first");
    expect(await other.remember(mine, hour, async () => "second")).toBe("first");
    await other.drop(mine);
    expect(await one.remember(mine, hour, async () => "third")).toBe("third");
  });

  it("goes on without Redis, and what was dropped meanwhile does not come back with it", async () => {
    const cache = aProcess();
    const mine = name();
    await cache.remember(mine, hour, async () => "old");
    server.hang();
    await cache.drop(mine);
    expect(await cache.remember(mine, hour, async () => "new")).toBe("new");
    server.goOn();
    await vi.waitFor(async () => expect(await open[0]?.ask((redis) => redis.ping())).toBe("PONG"), {
      timeout: 15_000,
      interval: 100,
    });
    expect(await cache.remember(mine, hour, async () => "newest")).toBe("newest");
  });
});

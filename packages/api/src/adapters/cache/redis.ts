import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import type { SharedRedis } from "../redis/redis.ts";
import type { Cache } from "./cache.ts";
import { memoryCache } from "./memory.ts";

/** While Redis is away, a process keeps its own copies for this long only: nobody else can drop them. */
const aloneMs = 5_000;

type Copy = { at: string; value: unknown };

/**
 * For all processes. A name points to a mark, and copies are kept under the mark: a drop sets another mark, so what was
 * loaded before it is never found again, however late it is stored. Each process also keeps the copy that it has read,
 * and only asks whether the mark is still the same.
 */
export function redisCache(redis: SharedRedis, { now }: { now: () => number }): Cache {
  const own = new Map<string, Copy & { until: number }>();
  const alone = memoryCache({ now });
  const running = new Map<string, Promise<unknown>>();
  /** Dropped while Redis was away: the mark there is not the right one before this was made up for. */
  const owed = new Set<string>();

  async function markOf(name: string): Promise<string | undefined> {
    if (owed.has(name) && !(await renewMark(name))) return undefined;
    return redis.ask(async (client) => (await client.get(markKey(name))) ?? setFirstMark(client, name));
  }
  async function renewMark(name: string): Promise<boolean> {
    const isDone = (await redis.ask((client) => client.set(markKey(name), randomUUID()))) === "OK";
    if (isDone) owed.delete(name);
    return isDone;
  }

  async function look<T>(name: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
    const at = await markOf(name);
    if (at === undefined) return alone.remember(name, aloneMs, load);
    const mine = own.get(name);
    // Whoever asks under a name asks for the same thing.
    if (mine?.at === at && now() < mine.until) return mine.value as T;
    const stored = await redis.ask((client) => client.get(copyKey(name, at)));
    const value = stored ? (JSON.parse(stored) as T) : await load();
    if (!stored) await redis.ask((client) => client.set(copyKey(name, at), JSON.stringify(value), "PX", ttlMs));
    own.set(name, { at, value, until: now() + ttlMs });
    return value;
  }

  return {
    remember<T>(name: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
      const before = running.get(name);
      if (before) return before as Promise<T>;
      const looking = look(name, ttlMs, load).finally(() => {
        if (running.get(name) === looking) running.delete(name);
      });
      running.set(name, looking);
      return looking;
    },
    async drop(name) {
      own.delete(name);
      running.delete(name);
      await alone.drop(name);
      owed.add(name);
      await renewMark(name);
    },
  };
}

const markKey = (name: string) => `cache:{${name}}:mark`;
const copyKey = (name: string, at: string) => `cache:{${name}}:copy:${at}`;

async function setFirstMark(client: Redis, name: string): Promise<string> {
  await client.set(markKey(name), randomUUID(), "NX");
  return (await client.get(markKey(name))) ?? "";
}

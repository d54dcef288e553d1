import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import type { SharedRedis } from "../redis/redis.ts";
import { memoryRateLimiter } from "./memory.ts";
import { type Allowance, type RateLimiter, slotsPerWindow } from "./rate-limiter.ts";

/**
 * One key, one round trip, and the clock of Redis: web processes whose clocks differ still count in the same window.
 * Answers with the milliseconds to wait, 0 when the hit was counted. The same rule as memory.ts.
 */
const script = `
local limit, width, slots = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local here = math.floor(now / width)
local counts, used = {}, 0
local stored = redis.call('HGETALL', KEYS[1])
for i = 1, #stored, 2 do
  local slot = tonumber(stored[i])
  if slot < here - slots or slot > here then
    redis.call('HDEL', KEYS[1], stored[i])
  else
    counts[slot] = tonumber(stored[i + 1])
    used = used + counts[slot]
  end
end
if used < limit then
  redis.call('HINCRBY', KEYS[1], here, 1)
  redis.call('PEXPIRE', KEYS[1], math.ceil(width * (slots + 1)))
  return 0
end
local excess = used - limit + 1
for slot = here - slots, here do
  excess = excess - (counts[slot] or 0)
  if excess <= 0 then return math.ceil((slot + slots + 1) * width - now) end
end
return math.ceil(width * slots)`;
const scriptHash = createHash("sha1").update(script).digest("hex");

type Options = {
  /** How many web processes count for themselves while Redis is away. */
  processes: number;
  now: () => number;
};

/** Counts for all processes together. Without an answer of Redis each counts for itself: never open, never closed. */
export function redisRateLimiter(redis: SharedRedis, { processes, now }: Options): RateLimiter {
  const alone = memoryRateLimiter({ now });
  return {
    async hit(key, allowance) {
      const waitMs = await redis.ask((client) => countIn(client, key, allowance));
      if (waitMs === undefined) return alone.hit(key, { ...allowance, limit: limitAlone(allowance, processes) });
      return waitMs === 0 ? { allowed: true } : { allowed: false, retryAfterMs: waitMs };
    },
  };
}

const limitAlone = ({ limit, alone }: Allowance, processes: number) =>
  alone === "whole" ? limit : Math.max(1, Math.floor(limit / processes));

async function countIn(redis: Redis, key: string, { limit, windowMs }: Allowance): Promise<number> {
  const args = [limit, windowMs / slotsPerWindow, slotsPerWindow];
  try {
    return Number(await redis.evalsha(scriptHash, 1, key, ...args));
  } catch (error) {
    // A Redis that was started anew has forgotten the script.
    if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
    return Number(await redis.eval(script, 1, key, ...args));
  }
}

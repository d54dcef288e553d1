import { jobQueues } from "@dvd/api/adapters/jobs/definitions";
import { memoryRateLimiter } from "@dvd/api/adapters/rate-limit/memory";
import type { RateLimiter } from "@dvd/api/adapters/rate-limit/rate-limiter";
import { redisRateLimiter } from "@dvd/api/adapters/rate-limit/redis";
import { openRedis } from "@dvd/api/adapters/redis/redis";
import { handleTrpc } from "@dvd/api/http/trpc-handler";
import { openPortal } from "@dvd/api/testing/portal";
import { redisProgram, startRedis } from "@dvd/api/testing/redis-server";
import { prepareTemplate } from "@dvd/db/testing";
import { startTestDatabase } from "@dvd/scripts/test-database";
import { measurePairs, spread, timed } from "./pairs.ts";

const rounds = 21;
const calls = 200;
const inFlight = 16;
/** On a busy machine the usual patience would end now and then, and the limiter in memory would be measured instead. */
const patient = { patienceMs: 10_000 };
const clock = { now: () => performance.now() };

/** Counts nothing: what a request costs without limits. */
const open: RateLimiter = { hit: async () => ({ allowed: true }) };

/**
 * What limits cost a request: the same read of one citizen, with its query, through tRPC and the database, in the same
 * process, once without a limiter and once with it. The citizens change, so that nobody is refused.
 */
export async function measureLimits() {
  const database = await startTestDatabase();
  const template = await prepareTemplate(database.adminUrl, jobQueues);
  process.env.TEST_DATABASE_URL = database.adminUrl;
  process.env.TEST_TEMPLATE_DATABASE = template.name;
  const portal = await openPortal();
  const people = await Promise.all(Array.from({ length: 32 }, () => portal.stranger()));
  const networks = [{ name: "somewhere", factor: 1_000 }];

  const read = async (limiter: RateLimiter, count: number) => {
    const person = people[count % people.length];
    if (!person) throw new Error("there is nobody");
    const request = new Request("https://portal.test/api/trpc/cases.listOwnCases?input={}");
    const response = await handleTrpc(request, { ...person.request, limiter, networks });
    if (!response.ok) throw new Error(`refused: ${response.status}`);
    await response.arrayBuffer();
  };
  const many = (limiter: RateLimiter) =>
    timed(async () => {
      for (let at = 0; at < calls; at += inFlight)
        await Promise.all(Array.from({ length: inFlight }, (_, offset) => read(limiter, at + offset)));
    });
  const measure = (name: string, make: () => RateLimiter) =>
    measurePairs(name, rounds, { reference: () => many(open), subject: () => many(make()) });

  await measure("a read with the limiter in memory", () => memoryRateLimiter(clock));
  if (redisProgram) {
    const server = await startRedis();
    const redis = openRedis(server.url, portal.deps.log, patient);
    const flush = () => redisRateLimiter(redis, { processes: 1, ...clock });
    await redis.ask((client) => client.ping());
    // The windows of the rounds before are forgotten, or the citizens would reach their limits.
    await measure("a read with the limiter in Redis", () => {
      void redis.ask((client) => client.flushall());
      return flush();
    });
    await measureHits(flush());
    if (portal.logLines.some((line) => line.includes("redis.lost"))) throw new Error("Redis was away in between");
    redis.close();
    await server.stop();
  } else console.log("no redis-server here: the limiter in Redis was not measured");

  await portal.close();
  await template.drop();
  await database.stop();
}

/** The limiter by itself, many keys, several in flight. */
async function measureHits(limiter: RateLimiter) {
  const perSecond: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const hits = 3_200;
    const ms = await timed(async () => {
      for (let at = 0; at < hits; at += inFlight)
        await Promise.all(
          Array.from({ length: inFlight }, (_, offset) =>
            limiter.hit(`rate_limit:{${(at + offset) % 500}}:bench`, {
              limit: 1_000_000,
              windowMs: 60_000,
              alone: "whole",
            }),
          ),
        );
    });
    perSecond.push(hits / (ms / 1000));
  }
  console.log(
    `hits of the limiter in Redis, ${inFlight} in flight: ${spread(perSecond, 0)} a second (${rounds} rounds)`,
  );
}

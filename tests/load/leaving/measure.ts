import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { jobQueues } from "@dvd/api/adapters/jobs/definitions";
import { removeOfficial } from "@dvd/api/members/remove-official";
import { openPortal } from "@dvd/api/testing/portal";
import { openEventStream } from "@dvd/api/testing/event-stream";
import { redisProgram, startRedis } from "@dvd/api/testing/redis-server";
import { prepareTemplate } from "@dvd/db/testing";
import { startTestDatabase } from "@dvd/scripts/test-database";
import { spread } from "../pairs.ts";

const leavers = 20;

/**
 * AT-12: from the moment in which an admin lets somebody leave until nothing answers them any more. The person has a stream at
 * each of two web processes and asks one of them again and again; a third process removes them.
 */
export async function measureLeaving() {
  const database = await startTestDatabase();
  const template = await prepareTemplate(database.adminUrl, jobQueues);
  process.env.TEST_DATABASE_URL = database.adminUrl;
  process.env.TEST_TEMPLATE_DATABASE = template.name;
  const portal = await openPortal();
  const redis = redisProgram ? await startRedis() : null;
  console.log(redis ? "two processes over one Redis" : "no redis-server here: each process counts for itself");
  const processes = await Promise.all([
    startProcess(portal.appUrl, redis?.url),
    startProcess(portal.appUrl, redis?.url),
  ]);
  const urls = processes.map(({ url }) => url);

  const seen = { answered: [], closed: [], refused: [] } as Record<"answered" | "closed" | "refused", number[]>;
  for (let count = 0; count < leavers; count += 1) {
    const { ctx } = await portal.recruit("official");
    const headers = { "x-session": ctx.actor.sessionId };
    const streams = await Promise.all(urls.map((url) => openEventStream(`${url}/api/live`, headers)));
    for (const stream of streams) await stream.next();
    const start = performance.now();
    const since = () => performance.now() - start;
    const closed = streams.map(async (stream) => {
      while ((await stream.next()) !== null);
      return since();
    });
    const refused = untilRefused(`${urls[count % 2]}/api/trpc/cases.listInbox?input=%7B%7D`, headers).then(since);
    await removeOfficial((await portal.admin()).ctx, ctx.actor);
    seen.answered.push(since());
    seen.closed.push(Math.max(...(await Promise.all(closed))));
    seen.refused.push(await refused);
  }
  console.log(`the admin has the answer: ${spread(seen.answered, 0)} ms (${leavers} people)`);
  console.log(`both streams are closed: ${spread(seen.closed, 0)} ms`);
  console.log(`the first request is refused: ${spread(seen.refused, 0)} ms`);

  for (const { child } of processes) {
    child.send("stop");
    await once(child, "exit");
  }
  await portal.close();
  await redis?.stop();
  await template.drop();
  await database.stop();
}

async function startProcess(databaseUrl: string, redisUrl: string | undefined) {
  const file = path.join(import.meta.dirname, "web-process.ts");
  const child: ChildProcess = fork(file, [databaseUrl, ...(redisUrl ? [redisUrl] : [])]);
  const [url] = await once(child, "message");
  return { child, url: String(url) };
}

async function untilRefused(url: string, headers: Record<string, string>): Promise<void> {
  const { status } = await fetch(url, { headers });
  if (status === 401) return;
  if (status !== 200) throw new Error(`answered with ${status}`);
  await untilRefused(url, headers);
}

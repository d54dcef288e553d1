import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { jobQueues } from "@dvd/api/adapters/jobs/definitions";
import { prepareTemplate } from "@dvd/db/testing";
import { gatewayObstacle, startGateway } from "@dvd/scripts/ceph/gateway";
import { startTestDatabase } from "@dvd/scripts/test-database";
import { highestDuring, spread } from "../pairs.ts";
import type { FromServer, Round, ToServer } from "./messages.ts";
import { sendAll } from "./send.ts";

const rounds = 3;
const limitMs = 15 * 60_000;
const crowd = { name: "500 uploads of 5 MB at once", count: 500, size: 5_000_000 };
const large = { name: "10 uploads of 50 MB at once", count: 10, size: 50_000_000 };

/**
 * U5 and U2: many citizens send at once. Our route and a bare server take turns, each in its own process; the ratio is our
 * speed as a part of the bare one's. Once more with S3 as the store, where Ceph is installed.
 */
export async function measureUploads() {
  const giveUp = setTimeout(() => {
    console.error("took too long");
    process.exit(1);
  }, limitMs);
  const database = await startTestDatabase();
  const template = await prepareTemplate(database.adminUrl, jobQueues);
  const env = { TEST_DATABASE_URL: database.adminUrl, TEST_TEMPLATE_DATABASE: template.name };
  try {
    await compare("file system", env);
    const obstacle = gatewayObstacle();
    if (obstacle) console.log(`S3: NOT MEASURED, ${obstacle}`);
    else await onS3(env);
  } finally {
    await template.drop();
    await database.stop();
    clearTimeout(giveUp);
  }
}

async function onS3(env: Record<string, string>) {
  const { endpoint, accessKey, secretKey, stop } = await startGateway();
  const s3 = { TEST_S3_ENDPOINT: endpoint, TEST_S3_ACCESS_KEY: accessKey, TEST_S3_SECRET_KEY: secretKey };
  try {
    await compare("S3 (Ceph on the same two cores)", { ...env, ...s3 });
  } finally {
    await stop();
  }
}

async function compare(store: string, env: Record<string, string>) {
  const [ours, bare] = await Promise.all([startServer("portal-server.ts", env), startServer("bare-server.ts", {})]);
  try {
    for (const round of [crowd, large]) {
      const ratios: number[] = [];
      const speeds: number[] = [];
      const peaks = { ours: 0, bare: 0 };
      for (let turn = 0; turn < rounds; turn += 1) {
        const prepared = await ours.prepare(round);
        const parts = prepared.files.map((file) => readFileSync(file));
        const reference = await measure(bare, await bare.prepare(round), parts);
        const subject = await measure(ours, prepared, parts);
        ratios.push(reference.seconds / subject.seconds);
        speeds.push((round.count * round.size) / 1e6 / subject.seconds);
        peaks.ours = Math.max(peaks.ours, subject.peak);
        peaks.bare = Math.max(peaks.bare, reference.peak);
        console.log(
          `  turn ${turn + 1}: ${subject.errors} errors, ${subject.peak} MB resident, bare ${reference.errors} errors, ${reference.peak} MB`,
        );
      }
      console.log(`${store}, ${round.name}: ${spread(speeds, 0)} MB/s, ${spread(ratios)} of the bare server's speed`);
      console.log(
        `  resident at most ${peaks.ours} MB (bare ${peaks.bare}); at rest after the start ${ours.restMb} (bare ${bare.restMb})`,
      );
    }
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
}

async function measure(server: Server, prepared: FromServer, parts: Buffer[]) {
  let sent = { seconds: 0, refusals: new Map<string, number>() };
  const peak = await highestDuring(server.residentMb, async () => {
    sent = await sendAll(prepared, parts);
  });
  for (const [reason, count] of sent.refusals) console.log(`  ${count} times: ${reason}`);
  const errors = [...sent.refusals.values()].reduce((sum, count) => sum + count, 0);
  return { seconds: sent.seconds, errors, peak };
}

type Server = Awaited<ReturnType<typeof startServer>>;

async function startServer(file: string, env: Record<string, string>) {
  const child = fork(path.join(import.meta.dirname, file), { env: { ...process.env, ...env } });
  await answerOf(child);
  const residentMb = () => {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_000);
  };
  const say = (message: ToServer) => child.send(message);
  return {
    residentMb,
    restMb: residentMb(),
    async prepare({ count, size }: Round): Promise<FromServer> {
      say({ count, size });
      return answerOf(child);
    },
    async stop() {
      say("stop");
      await once(child, "exit");
    },
  };
}

/** The next message; a server that ends instead takes the measurement with it. */
async function answerOf(child: ChildProcess): Promise<FromServer> {
  const ended = new AbortController();
  const over = once(child, "exit", { signal: ended.signal }).then(() => {
    throw new Error("a server has ended");
  });
  const [message] = await Promise.race([once(child, "message"), over]).finally(() => {
    over.catch(() => undefined);
    ended.abort();
  });
  return message;
}

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Redis } from "ioredis";

/**
 * A real Redis for tests, as the system's package brings it. Where there is none, the suites of the Redis drivers are
 * reported as skipped, and the global setup says so loudly.
 */
export const redisProgram = ["redis-server", "valkey-server"].find(
  (name) => spawnSync(name, ["--version"]).status === 0,
);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Keeps nothing on disk. `stop` and `start` again on the same port is a Redis that has forgotten everything. */
export async function startRedis() {
  if (!redisProgram) throw new Error("there is no redis-server on this machine");
  const program = redisProgram;
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const run = () =>
    spawn(program, ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], {
      stdio: "ignore",
    });
  let server = run();
  await untilAnswering(url);

  return {
    url,
    async start() {
      server = run();
      await untilAnswering(url);
    },
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    },
    /** Takes connections and answers nothing, as behind a broken network. */
    hang: () => server.kill("SIGSTOP"),
    goOn: () => server.kill("SIGCONT"),
  };
}

async function untilAnswering(url: string) {
  const probe = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  probe.on("error", () => undefined);
  await probe.ping();
  probe.disconnect();
}

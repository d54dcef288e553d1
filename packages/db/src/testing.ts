import { randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { createDb, type Db, type DbClient } from "./client.ts";
import { type JobQueue, migrate } from "./migrate.ts";
import { type DatabaseUrls, provision, restrictDatabase, urlFor } from "./provision.ts";

/** The cluster of a test run is reachable from this machine only and is thrown away. */
const passwords = {
  owner: "owner-of-a-test-run",
  app: "app-of-a-test-run",
  worker: "worker-of-a-test-run",
};

const namedBySetup = (name: "TEST_DATABASE_URL" | "TEST_TEMPLATE_DATABASE") => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: database tests run under the global setup of vitest`);
  return value;
};

async function asAdmin<T>(adminUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/**
 * For the global setup: a migrated database that `testDb` clones, because cloning takes 15 ms and migrating a second.
 * The caller puts its name into TEST_TEMPLATE_DATABASE and the server into TEST_DATABASE_URL.
 */
export async function prepareTemplate(adminUrl: string, queues: readonly JobQueue[]) {
  const name = `dvd_template_${randomBytes(4).toString("hex")}`;
  const { ownerUrl } = await provision(adminUrl, {
    database: name,
    ownerPassword: passwords.owner,
    appPassword: passwords.app,
    workerPassword: passwords.worker,
  });
  await migrate(ownerUrl, { queues });
  return { name, drop: () => dropDatabase(adminUrl, name) };
}

const dropDatabase = (adminUrl: string, name: string) =>
  asAdmin(adminUrl, async (sql) => {
    await sql`drop database if exists ${sql(name)} with (force)`;
  });

export type TestDb = DbClient &
  DatabaseUrls & {
    /** As the worker, which may more than the application. */
    workerDb: Db;
    /** A superuser on this database, to look behind the policies. */
    adminUrl: string;
    /** Closes `db` and drops the database. Other connections to it are cut. */
    drop: () => Promise<void>;
  };

/** An own database for one test file, as `dvd_app` and as `dvd_worker`. Call `drop` in `afterAll`. */
export async function testDb(): Promise<TestDb> {
  const serverUrl = namedBySetup("TEST_DATABASE_URL");
  const template = namedBySetup("TEST_TEMPLATE_DATABASE");
  const name = `dvd_test_${randomBytes(6).toString("hex")}`;
  await asAdmin(serverUrl, async (sql) => {
    await sql`create database ${sql(name)} owner dvd_owner template ${sql(template)} strategy file_copy`;
    await restrictDatabase(sql, name);
  });
  const admin = new URL(serverUrl);
  const adminUrl = urlFor(serverUrl, name, decodeURIComponent(admin.username), decodeURIComponent(admin.password));
  const appUrl = urlFor(serverUrl, name, "dvd_app", passwords.app);
  const workerUrl = urlFor(serverUrl, name, "dvd_worker", passwords.worker);
  const client = createDb(appUrl, { applicationName: "test", max: 4 });
  const worker = createDb(workerUrl, { applicationName: "test-worker", max: 4 });
  return {
    ...client,
    workerDb: worker.db,
    adminUrl,
    appUrl,
    workerUrl,
    ownerUrl: urlFor(serverUrl, name, "dvd_owner", passwords.owner),
    drop: async () => {
      await client.close();
      await worker.close();
      await dropDatabase(serverUrl, name);
    },
  };
}

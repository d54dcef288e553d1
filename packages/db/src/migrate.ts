import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { PgBoss, type Queue } from "pg-boss";
import postgres, { type Sql } from "postgres";

export type JobQueue = { name: string; options?: Omit<Queue, "name"> };

/** pg-boss keeps its tables here; the application starts it with `{ schema, ...appOwnsNoJobTables }`. */
export const jobSchema = "pgboss";
/** For the `PgBoss` of web and worker: installing and upgrading is done by `migrate`, as the owner. */
export const appOwnsNoJobTables = { migrate: false, createSchema: false } as const;

const migrationLock = 7_391_002;
const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));

/**
 * Brings tables and job queues to the state of this version, as the owner. Safe to run from several processes at once:
 * the second waits and then finds nothing to do. Throws when a migration fails; that migration then left no trace.
 */
export async function migrate(ownerUrl: string, options: { queues: readonly JobQueue[] }): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await runMigrations(drizzle(sql), { migrationsFolder });
    await installJobs(ownerUrl, options.queues);
    await grantJobs(sql);
  } finally {
    await sql.end();
  }
}

async function installJobs(ownerUrl: string, queues: readonly JobQueue[]) {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: jobSchema, max: 2, supervise: false, schedule: false });
  // Without a listener an error of the pool would end the process; `start` and the calls below report it anyway.
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const { name, options } of queues) {
      const exists = (await boss.getQueue(name)) !== null;
      await (exists ? boss.updateQueue(name, options ?? {}) : boss.createQueue(name, options));
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * Rows, not structure. The application sends jobs; the worker also fetches and ends them, and clears up behind them. What a
 * database was granted beyond that before is taken back.
 */
async function grantJobs(sql: Sql) {
  const schema = sql(jobSchema);
  await sql`revoke update, delete on all tables in schema ${schema} from dvd_app`;
  await sql`grant usage on schema ${schema} to dvd_app, dvd_worker`;
  await sql`grant select, insert on all tables in schema ${schema} to dvd_app, dvd_worker`;
  await sql`grant update, delete on all tables in schema ${schema} to dvd_worker`;
  await sql`grant usage on all sequences in schema ${schema} to dvd_app, dvd_worker`;
  await sql`grant execute on all functions in schema ${schema} to dvd_app, dvd_worker`;
}

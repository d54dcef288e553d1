import { sql } from "drizzle-orm";
import { fromDrizzle, type Job, PgBoss } from "pg-boss";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appOwnsNoJobTables, type JobQueue, jobSchema, migrate } from "./migrate.ts";
import { withTenant } from "./tenant.ts";
import { type TestDb, testDb } from "./testing.ts";
import { makeWorld, type Office } from "./testing-world.ts";

const queue = "count-things";
const queues: JobQueue[] = [{ name: queue, options: { retryLimit: 4, heartbeatSeconds: 10 } }];

let test: TestDb;
let boss: PgBoss;
let office: Office;
const errors: Error[] = [];

beforeAll(async () => {
  test = await testDb();
  await migrate(test.ownerUrl, { queues });
  office = (await makeWorld(test)).here;
  boss = new PgBoss({ connectionString: test.workerUrl, schema: jobSchema, ...appOwnsNoJobTables, max: 2 });
  boss.on("error", (error) => errors.push(error));
  await boss.start();
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await test.drop();
});

describe("migrations", () => {
  it("may run again and at the same time, and change the options of a queue", async () => {
    const longer = [{ name: queue, options: { retryLimit: 5 } }];
    await Promise.all([migrate(test.ownerUrl, { queues: longer }), migrate(test.ownerUrl, { queues: longer })]);
    expect(await boss.getQueue(queue)).toMatchObject({ retryLimit: 5, heartbeatSeconds: 10 });
  });

  it("do not run as the application", async () => {
    await expect(migrate(test.appUrl, { queues })).rejects.toThrow("Failed query");
  });
});

describe("the job queue", () => {
  const scope = () => ({ tenantId: office.tenantId, officialId: office.officialId });

  it("takes a job together with the change, and forgets it with a rollback", async () => {
    const send = (n: number, fail: boolean) =>
      withTenant(test.db, scope(), async (tx) => {
        await boss.send(queue, { n }, { db: fromDrizzle(tx, sql) });
        if (fail) throw new Error("the change failed");
      });
    await send(1, false);
    await expect(send(2, true)).rejects.toThrow("the change failed");

    const jobs: Job<{ n: number }>[] = await boss.fetch(queue, { batchSize: 5 });
    expect(jobs.map(({ data }) => data)).toEqual([{ n: 1 }]);
    const [job] = jobs;
    await boss.complete(queue, job?.id ?? "");
    expect(await boss.fetch(queue)).toEqual([]);
  });

  it("runs handlers, schedules and supervises with the rights of the worker", async () => {
    const handled = new Promise<unknown>((resolve) => {
      void boss.work<{ n: number }>(queue, { pollingIntervalSeconds: 0.5 }, async ([job]) => resolve(job?.data));
    });
    await boss.send(queue, { n: 3 });
    expect(await handled).toEqual({ n: 3 });
    await boss.schedule(queue, "0 3 * * *", { n: 4 }, { tz: "Europe/Berlin" });
    await boss.supervise();
    expect(errors).toEqual([]);
  });

  it("is for sending only where requests are taken: no job is fetched, changed or removed there", async () => {
    const sender = new PgBoss({ connectionString: test.appUrl, schema: jobSchema, ...appOwnsNoJobTables, max: 1 });
    sender.on("error", () => undefined);
    await sender.start();
    expect(await sender.send(queue, { n: 5 })).not.toBeNull();
    await expect(sender.fetch(queue)).rejects.toThrow("permission denied");
    for (const statement of [`delete from ${jobSchema}.job`, `update ${jobSchema}.job set data = '{}'`])
      await expect(test.sql.unsafe(statement)).rejects.toThrow("permission denied");
    await sender.stop({ graceful: false });
  });

  it("takes back what an older database allowed", async () => {
    const owner = postgres(test.ownerUrl, { max: 1 });
    await owner.unsafe(`grant update, delete on all tables in schema ${jobSchema} to dvd_app`);
    await owner.end();
    await migrate(test.ownerUrl, { queues });
    await expect(test.sql.unsafe(`delete from ${jobSchema}.job`)).rejects.toThrow("permission denied");
  });

  it("owns no table and can make none", async () => {
    const attempt = (statement: string) =>
      test.sql.unsafe(statement).then(
        () => "accepted",
        (error: Error) => error.message,
      );
    expect(await attempt("create table public.mine (id int)")).toContain("permission denied");
    expect(await attempt(`create table ${jobSchema}.mine (id int)`)).toContain("permission denied");
    expect(await attempt("create schema mine")).toContain("permission denied");
    expect(await attempt(`drop table ${jobSchema}.job`)).toContain("must be owner");
    await expect(boss.createQueue("partitioned", { partition: true })).rejects.toThrow("permission denied");
  });
});

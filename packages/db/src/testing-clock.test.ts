import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDb, testDb } from "./testing.ts";
import { stopClock } from "./testing-clock.ts";

let test: TestDb;
let admin: Sql;
beforeAll(async () => {
  test = await testDb();
  admin = postgres(test.adminUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await admin.end();
  await test.drop();
});

it("a function that goes by another clock than the one a test moves is named, and nothing is tested by it", async () => {
  await admin`create function public.sly() returns timestamptz language sql as 'select clock_timestamp()'`;
  await expect(stopClock(admin, new Date())).rejects.toThrow("these functions follow another clock: sly");
  await admin`drop function public.sly()`;
});

it("the roles of the product read the clock of a test as they read the real one, and none can move it", async () => {
  const setClock = await stopClock(admin, new Date("2027-01-01T00:00:00Z"));
  await setClock(new Date("2027-01-02T00:00:00Z"));
  for (const url of [test.appUrl, test.workerUrl]) {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    expect(await sql`select test_clock.now() as at`).toEqual([{ at: new Date("2027-01-02T00:00:00Z") }]);
    await expect(sql`update test_clock.hand set at = now()`).rejects.toThrow("permission denied");
    await sql.end();
  }
});

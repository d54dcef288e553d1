import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDb, type DbClient } from "./client.ts";
import { type TestDb, testDb } from "./testing.ts";

let test: TestDb;
let single: DbClient;

beforeAll(async () => {
  test = await testDb();
  single = createDb(test.appUrl, { applicationName: "client-test", max: 1 });
});
afterAll(async () => {
  await single.close();
  await test.drop();
});

const preparedNow = async () => {
  const rows = await single.sql<{ statement: string }[]>`select statement from pg_prepared_statements`;
  return rows.map(({ statement }) => statement);
};

it("statements of drizzle are prepared: alone, in a transaction and below a savepoint", async () => {
  await single.db.execute(sql`select 1 + ${1}::int as alone`);
  await single.db.transaction(async (tx) => {
    await tx.execute(sql`select 1 + ${1}::int as inside`);
    await tx.transaction((nested) => nested.execute(sql`select 1 + ${1}::int as below`));
  });
  const statements = await preparedNow();
  for (const name of ["alone", "inside", "below"])
    expect(statements.filter((statement) => statement.endsWith(`as ${name}`))).toHaveLength(1);
});

it("no statement, lock or idle transaction may last for ever, and the server knows who asks", async () => {
  const [settings] = await single.db.execute(sql`select current_setting('application_name') as name,
    current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
    current_setting('idle_in_transaction_session_timeout') as idle, current_user as login`);
  expect(settings).toEqual({ name: "client-test", statement: "15s", lock: "5s", idle: "20s", login: "dvd_app" });
});

it("bytes come back as they were, and as a copy of their own", async () => {
  const sent = new Uint8Array([0, 255, 92, 120, 10]);
  const [row] = await single.db.execute<{ bytes: Uint8Array }>(sql`select ${sent}::bytea as bytes`);
  expect(new Uint8Array(row?.bytes ?? [])).toEqual(sent);
});

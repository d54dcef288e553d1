import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSnapshot, snapshotSchema } from "./snapshot-schema.ts";
import { type TestDb, testDb } from "./testing.ts";

let test: TestDb;
let owner: Sql;

beforeAll(async () => {
  test = await testDb();
  owner = postgres(test.ownerUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await owner.end();
  await test.drop();
});

it("the committed snapshot is what the migrations make: `pnpm --filter @dvd/db snapshot` renews it", async () => {
  expect(await snapshotSchema(owner)).toBe(readSnapshot());
});

it.each([
  "alter table cases no force row level security",
  "drop policy cases_read on cases",
  "grant select on sessions to dvd_app",
  "grant select (subject_hash) on officials to dvd_app",
  "alter table cases alter column version drop default",
  "drop index cases_inbox",
  "create view all_cases as select id from cases",
  "create sequence counter",
  "create type colour as enum ('red')",
  "create function harmless() returns int language sql as 'select 1'",
  "grant create on schema public to dvd_app",
])("the snapshot tells after: %s", async (statement) => {
  const before = await snapshotSchema(owner);
  await owner.unsafe("begin");
  await owner.unsafe(statement);
  expect(await snapshotSchema(owner)).not.toBe(before);
  await owner.unsafe("rollback");
  expect(await snapshotSchema(owner)).toBe(before);
});

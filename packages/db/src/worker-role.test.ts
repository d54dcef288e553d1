import { sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "./client.ts";
import { withTenant } from "./tenant.ts";
import { type TestDb, testDb } from "./testing.ts";
import { makeWorld, type Office } from "./testing-world.ts";

let test: TestDb;
let admin: Sql;
let here: Office;

beforeAll(async () => {
  test = await testDb();
  admin = postgres(test.adminUrl, { max: 1, onnotice: () => undefined });
  ({ here } = await makeWorld(test));
});
afterAll(async () => {
  await admin.end();
  await test.drop();
});

/** What is done with a statement in the scope of an authority, and then undone. */
const stateOf = (db: Db, statement: string) =>
  withTenant(db, here, async (tx) => {
    await tx.execute(sql.raw(statement));
    throw new Error("undo");
  }).catch((error: unknown) => {
    const cause = error instanceof Error ? error.cause : null;
    return cause instanceof Error && "code" in cause ? String(cause.code) : (error as Error).message;
  });

const ofWorker = () => [
  "select audit_link(1)",
  "select audit_counts()",
  "select sweep_once()",
  "select sweep_sessions()",
  "select * from blobs_in_use(array['a'])",
  `insert into audit_checkpoints (tenant_id, number, seq, kind, line) values ('${here.tenantId}', 99, 1, 'PRUNED', '{}')`,
  "update audit_heads set checked_at = now()",
  "insert into key_log_checkpoints (size, note, witnessed_at) values (1, 'a note', now())",
  "update key_log_checkpoints set witnessed_at = now()",
];

describe("who takes requests", () => {
  it("is refused what only the worker does, and the worker is not", async () => {
    for (const statement of ofWorker()) {
      expect([statement, await stateOf(test.db, statement)]).toEqual([statement, "42501"]);
      expect([statement, await stateOf(test.workerDb, statement)]).toEqual([statement, "undo"]);
    }
  });

  it("cannot prune the audit even where everything is announced and old enough", async () => {
    await admin`alter table audit_chain disable trigger audit_chain_stays`;
    await admin`update audit_chain set record = regexp_replace(record, '"at" : "20..', '"at" : "2001')
      where tenant_id = ${here.tenantId} and seq = 1`;
    await admin`alter table audit_chain enable trigger audit_chain_stays`;
    await admin`insert into audit_checkpoints (tenant_id, number, seq, kind, line)
      values (${here.tenantId}, 100, 1, 'PRUNED', '{}')`;
    const prune = `select audit_prune('${here.tenantId}', 1)`;
    expect(await stateOf(test.db, prune)).toBe("42501");
    expect(await stateOf(test.workerDb, prune)).toBe("undo");
  });
});

describe("the worker", () => {
  it("has the rights of the application, these few more, and owns nothing", async () => {
    const functions = await admin<{ name: string }[]>`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace
        and has_function_privilege('dvd_worker', oid, 'execute') and not has_function_privilege('dvd_app', oid, 'execute')
      order by 1`;
    expect(functions.map(({ name }) => name)).toEqual([
      "audit_counts",
      "audit_link",
      "audit_prune",
      "blobs_in_use",
      "sweep_once",
      "sweep_sessions",
    ]);
    const grants = await admin<{ text: string }[]>`
      select distinct table_name || ' ' || lower(privilege_type) as text from information_schema.role_column_grants
        where grantee = 'dvd_worker' and table_schema = 'public' order by 1`;
    expect(grants.map(({ text }) => text)).toEqual([
      "audit_checkpoints insert",
      "audit_heads update",
      "key_log_checkpoints insert",
      "key_log_checkpoints update",
      "key_log_entries insert",
    ]);
    const [role] = await admin`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as owns,
        array(select roleid::regrole::text from pg_auth_members where member = r.oid) as member_of
      from pg_roles r where rolname = 'dvd_worker'`;
    expect({ ...role }).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owns: 0,
      member_of: ["dvd_app"],
    });
  });

  it("sees no more rows than the application: policies bind it in the same way", async () => {
    const counted = async (db: Db) => {
      const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from cases`);
      return row?.n;
    };
    expect(await counted(test.workerDb)).toBe(0);
    const ofOffice = (db: Db) =>
      withTenant(db, here, async (tx) => (await tx.execute<{ id: string }>(sql`select id from cases`)).length);
    expect(await ofOffice(test.workerDb)).toBe(await ofOffice(test.db));
    expect(await ofOffice(test.workerDb)).toBeGreaterThan(0);
  });
});

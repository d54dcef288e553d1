import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db, Tx } from "./client.ts";
import { withCitizen, withTenant } from "./tenant.ts";
import { type TestDb, testDb } from "./testing.ts";
import { makeWorld, type Office } from "./testing-world.ts";

let test: TestDb;
let admin: Sql;
let here: Office;
let there: Office;

beforeAll(async () => {
  test = await testDb();
  admin = postgres(test.adminUrl, { max: 1, onnotice: () => undefined });
  ({ here, there } = await makeWorld(test));
});
afterAll(async () => {
  await admin.end();
  await test.drop();
});

const stateFrom = (attempt: Promise<unknown>) =>
  attempt.catch((error: unknown) => {
    const cause = error instanceof Error ? error.cause : null;
    return cause instanceof Error && "code" in cause ? String(cause.code) : (error as Error).message;
  });

const andUndo = (statement: string) => async (tx: Tx) => {
  await tx.execute(sql.raw(statement));
  throw new Error("undo");
};

/** What is done with a statement in the scope of an authority, and then undone. */
const stateOf = (db: Db, statement: string) => stateFrom(withTenant(db, here, andUndo(statement)));
const stateAsCitizen = (db: Db, statement: string) => stateFrom(withCitizen(db, here.citizenId, andUndo(statement)));

const ofWorker = () => [
  "select audit_link(1)",
  "select audit_counts()",
  "select sweep_begun_uploads()",
  "select sweep_deputyships()",
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

/** What web does, and whoever takes over the worker must not. */
const ofWeb = [
  "select vault from vaults",
  "select wrapped from vault_slots",
  "select envelope from case_grants",
  "select sealed from drafts",
  "select body from messages",
  "update cases set assigned_official_id = null",
  "insert into threads select * from threads",
  "update unit_members set role = 'lead'",
  "delete from unit_seed_grants",
  "select post_sign from invitations",
];

describe("the worker", () => {
  it("is refused what web does, and web is not", async () => {
    for (const statement of ofWeb) {
      expect([statement, await stateOf(test.workerDb, statement)]).toEqual([statement, "42501"]);
      expect([statement, await stateOf(test.db, statement)]).not.toEqual([statement, "42501"]);
    }
  });

  it("has the rights of its jobs and none but these, is nobody else, and owns nothing", async () => {
    const functions = await admin<{ name: string }[]>`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace
        and has_function_privilege('dvd_worker', oid, 'execute') and not has_function_privilege('public', oid, 'execute')
      order by 1`;
    expect(functions.map(({ name }) => name)).toEqual([
      "audit_counts",
      "audit_link",
      "audit_note",
      "audit_prune",
      "blobs_in_use",
      "sweep_begun_uploads",
      "sweep_deputyships",
      "sweep_once",
      "sweep_sessions",
    ]);
    const grants = await admin<{ text: string }[]>`
      with whole as (
        select table_name, privilege_type from information_schema.role_table_grants
        where grantee = 'dvd_worker' and table_schema = 'public')
      select table_name || ' ' || lower(privilege_type) as text from whole
      union all
      select table_name || ' ' || lower(privilege_type) || ' (' || string_agg(column_name, ', ' order by column_name) || ')'
        from information_schema.role_column_grants
        where grantee = 'dvd_worker' and table_schema = 'public' and (table_name, privilege_type) not in (select * from whole)
        group by table_name, privilege_type
      order by 1`;
    expect(grants.map(({ text }) => text)).toEqual([
      "account_renewals select (citizen_id, former_signing_key, former_signing_key_id, signing_key, signing_key_id)",
      "accounts select (citizen_id, signing_key, signing_key_id, tenant_id)",
      "audit_chain select",
      "audit_checkpoints insert",
      "audit_checkpoints select",
      "audit_heads select",
      "audit_heads update (checked_at, fault, fault_seq)",
      "audit_intake insert",
      "cases delete",
      "cases select (citizen_id, id, state, tenant_id)",
      "cases update (updated_at)",
      "device_links delete",
      "device_links select (account_id, link_id)",
      "documents select",
      "documents update (blob_upload, verified_at)",
      "drafts delete",
      "drafts select (citizen_id, draft_id, updated_at)",
      "key_log_checkpoints insert",
      "key_log_checkpoints select",
      "key_log_checkpoints update (note, witnessed_at)",
      "key_log_entries insert",
      "key_log_entries select",
      "statements select",
      "tenants select",
      "upload_parts delete",
      "upload_parts select",
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
      member_of: [],
    });
  });

  it("leaves records of its own acts only, in whosever scope it puts itself", async () => {
    const added = (kind: string, id: string | null) =>
      `insert into audit_intake (id, tenant_id, actor_kind, actor_id, type, case_id) values
        (gen_random_uuid(), '${here.tenantId}', '${kind}', ${id ? `'${id}'` : "null"}, 'case.opened', '${here.case.id}')`;
    const ofOfficial = added("official", here.officialId);
    expect(await stateOf(test.db, ofOfficial)).toBe("undo");
    expect(await stateOf(test.workerDb, ofOfficial)).toBe("42501");
    const ofCitizen = added("citizen", here.citizenId);
    expect(await stateAsCitizen(test.db, ofCitizen)).toBe("undo");
    expect(await stateAsCitizen(test.workerDb, ofCitizen)).toBe("42501");
    expect(await stateOf(test.workerDb, added("system", null))).toBe("undo");
    expect(await stateAsCitizen(test.workerDb, added("system", null))).toBe("undo");
    const elsewhere = added("system", null).replaceAll(here.tenantId, there.tenantId);
    for (const attempt of [stateOf, stateAsCitizen]) expect(await attempt(test.workerDb, elsewhere)).toBe("42501");
  });

  it("notes what became of its jobs and of itself, in the chain of the portal and of nobody else", async () => {
    const noted = (change: Record<string, string | null>) => {
      const system = { tenantId: null, actorKind: "system", actorId: null, type: "job.failed", facts: {} };
      const rows = [{ ...system, id: randomUUID(), ...change }];
      return `select audit_note('${JSON.stringify(rows)}'::jsonb)`;
    };
    expect(await stateOf(test.workerDb, noted({}))).toBe("undo");
    for (const change of [
      { actorKind: "official", actorId: here.officialId },
      { tenantId: here.tenantId },
      { type: "access.refused" },
    ]) {
      expect([change, await stateOf(test.db, noted(change))]).toEqual([change, "undo"]);
      expect([change, await stateOf(test.workerDb, noted(change))]).toEqual([change, "42501"]);
    }
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

import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { CitizenId, OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { eq, sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDb, type Db } from "./client.ts";
import { provision } from "./provision.ts";
import { accounts, vaults } from "./schema/accounts.ts";
import { auditIntake } from "./schema/audit.ts";
import { caseEvents } from "./schema/case-events.ts";
import { caseGrants, cases } from "./schema/cases.ts";
import { statements, tenants, units } from "./schema/directory.ts";
import { documents, uploadParts } from "./schema/documents.ts";
import { keyLogEntries } from "./schema/key-log.ts";
import { messages, threads } from "./schema/messages.ts";
import { officials, tenantRoles, unitMembers, unitSeedGrants } from "./schema/people.ts";
import { sessions } from "./schema/sessions.ts";
import {
  appendToLog,
  type CitizenTx,
  readPublic,
  type ScopedTx,
  type TenantTx,
  withCitizen,
  withTenant,
} from "./tenant.ts";
import { type TestDb, testDb } from "./testing.ts";
import {
  addDocument,
  addMessage,
  createAccount,
  makeWorld,
  newCase,
  noteChange,
  type Office,
} from "./testing-world.ts";

/** Everybody may read these; they name tenants, but hide nothing. */
const publicDirectory = [
  "form_definitions",
  "places",
  "routing_rule_sets",
  "search_words",
  "services",
  "statements",
  "tenants",
  "units",
];
const publicTables = [...publicDirectory, "key_log_checkpoints", "key_log_entries"];

let test: TestDb;
let db: Db;
let admin: Sql;
let here: Office;
let there: Office;

beforeAll(async () => {
  test = await testDb();
  db = test.db;
  admin = postgres(test.adminUrl, { max: 1, onnotice: () => undefined });
  ({ here, there } = await makeWorld(test));
});
afterAll(async () => {
  await admin.end();
  await test.drop();
});

const asOffice = <T>(office: Office, fn: (tx: TenantTx) => Promise<T>) => withTenant(db, office, fn);
const asCitizen = <T>(office: Office, fn: (tx: CitizenTx) => Promise<T>) => withCitizen(db, office.citizenId, fn);

/** The SQLSTATE a refusal ends with; drizzle keeps the error of Postgres as its cause. */
async function stateOf(attempt: Promise<unknown>): Promise<unknown> {
  const error: unknown = await attempt.then(
    () => new Error("was accepted"),
    (reason: unknown) => reason,
  );
  const refusal = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return refusal instanceof Error && "code" in refusal ? refusal.code : error;
}
const denied = "42501";
const foreignKeyViolation = "23503";

const rowCount = async (tx: Pick<Db, "execute">, table: string, where = "true") => {
  const [row] = await tx.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${table} where ${where}`));
  return row?.n ?? 0;
};

/** What the catalog says against a table or view; an empty list is what we want. */
async function complaints(catalog: Sql): Promise<string[]> {
  const tables = await catalog<
    { name: string; forced: boolean; policies: string[]; open: string[]; scoped: boolean }[]
  >`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      array(select polname::text from pg_policy where polrelid = c.oid) as policies,
      array(select policyname::text from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
        and (p.roles && array['dvd_app', 'public']::name[])
        and coalesce(p.qual, '') || coalesce(p.with_check, '') not like '%current_setting(''app.%') as open,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('tenant_id', 'citizen_id'))
        or c.relname = 'tenants' as scoped
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
  const views = await catalog<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce(reloptions @> array['security_invoker=true'], false)`;
  return [
    ...tables.filter(({ forced }) => !forced).map(({ name }) => `${name}: row-level security is not forced`),
    ...tables.filter(({ policies }) => policies.length === 0).map(({ name }) => `${name}: no policy`),
    ...tables
      .filter(({ name, open }) => open.length > 0 && !publicTables.includes(name))
      .map(({ name, open }) => `${name}: ${open.join(", ")} asks for no scope`),
    ...views.map(({ name }) => `${name}: a view that runs with the rights of its owner`),
  ].toSorted();
}

describe("the catalog", () => {
  it("has a forced policy on every table, and a scope in every policy but those of the public directory", async () => {
    expect(await complaints(admin)).toEqual([]);
  });

  it("is found wanting when somebody adds a table without a policy, one that asks for no scope, or a plain view", async () => {
    const owner = postgres(test.ownerUrl, { max: 1, onnotice: () => undefined });
    await owner.unsafe(`
      create table forgotten (tenant_id uuid);
      create table not_forced (tenant_id uuid);
      alter table not_forced enable row level security;
      create policy open_to_all on not_forced for select to dvd_app using (true);
      create view past_the_policies as select * from cases;`);
    expect(await complaints(owner)).toEqual([
      "forgotten: no policy",
      "forgotten: row-level security is not forced",
      "not_forced: open_to_all asks for no scope",
      "not_forced: row-level security is not forced",
      "past_the_policies: a view that runs with the rights of its owner",
    ]);
    await owner.unsafe("drop view past_the_policies; drop table forgotten, not_forced");
    await owner.end();
  });

  it("gives the application role nothing that reaches around the policies", async () => {
    const [role] = await admin`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as owns,
        (select count(*)::int from pg_proc where proowner = r.oid) as functions,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
        has_schema_privilege(oid, 'public', 'create') as creates,
        has_database_privilege(oid, current_database(), 'temporary') as makes_temporary_tables
      from pg_roles r where rolname = 'dvd_app'`;
    expect({ ...role }).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      owns: 0,
      functions: 0,
      memberships: 0,
      creates: false,
      makes_temporary_tables: false,
    });
    const powerful = await admin`select rolname from pg_roles
      where rolname in ('dvd_owner', 'dvd_identity', 'dvd_audit') and (rolsuper or rolbypassrls)`;
    expect([...powerful]).toEqual([]);
    const doors = await admin`select rolname, rolcanlogin from pg_roles
      where rolname in ('dvd_identity', 'dvd_audit') order by 1`;
    expect([...doors]).toEqual([
      { rolname: "dvd_audit", rolcanlogin: false },
      { rolname: "dvd_identity", rolcanlogin: false },
    ]);
  });

  // Roles belong to the whole server: this stands here, because no other file looks at them at the same time.
  it("gets back to that state by provisioning, whatever somebody granted in between", async () => {
    await admin`create role dvd_test_group`;
    await admin`grant dvd_test_group to dvd_app`;
    await admin`alter role dvd_app createdb`;
    const owner = new URL(test.ownerUrl);
    const urls = await provision(test.adminUrl, {
      database: owner.pathname.slice(1),
      ownerPassword: owner.password,
      appPassword: new URL(test.appUrl).password,
      workerPassword: new URL(test.workerUrl).password,
    });
    expect(urls).toEqual({ ownerUrl: test.ownerUrl, appUrl: test.appUrl, workerUrl: test.workerUrl });
    const [role] = await admin`select rolcreatedb,
      (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname = 'dvd_app'`;
    expect(role).toEqual({ rolcreatedb: false, memberships: 0 });
    await admin`drop role dvd_test_group`;
  });

  it("lets functions with borrowed rights resolve names in no schema but their own choice, and nobody else call them", async () => {
    const functions = await admin`
      select proname, proconfig, has_function_privilege('public', oid, 'execute') as open from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef`;
    expect(functions).toHaveLength(32);
    for (const found of functions) expect(found).toMatchObject({ proconfig: ['search_path=""'], open: false });
  });

  it("lets the application change nothing of the public directory but units, and of an official only that they have left", async () => {
    const all = [...publicDirectory, "citizens", "officials", "sessions"];
    const writable = await admin`
      select table_name as table, privilege_type as right from information_schema.role_table_grants
      where grantee in ('dvd_app', 'PUBLIC') and privilege_type <> 'SELECT' and table_name = any(${all})`;
    expect([...writable]).toEqual([{ table: "units", right: "INSERT" }]);
    const columns = await admin`
      select table_name as table, column_name as column from information_schema.role_column_grants
      where grantee in ('dvd_app', 'PUBLIC') and privilege_type = 'UPDATE' and table_name = any(${all})
      order by 1, 2`;
    expect([...columns]).toEqual([
      { table: "officials", column: "removed_at" },
      { table: "units", column: "closed_at" },
      { table: "units", column: "name" },
    ]);
  });

  it("lets the worker add to the key log, and never change or remove what is in it", async () => {
    const [statement] = await db.select({ id: statements.id }).from(statements).limit(1);
    const leafHash = createHash("sha256").update("\0an entry, with ä").digest();
    const entry = { index: 0, statementId: statement?.id ?? "", leafHash, entry: "an entry, with ä" };
    for (const other of ["an entry, with a", "an entry, with ä ", ""])
      expect(
        await stateOf(appendToLog(test.workerDb, (tx) => tx.insert(keyLogEntries).values({ ...entry, entry: other }))),
      ).toBe("23514");
    await appendToLog(test.workerDb, (tx) => tx.insert(keyLogEntries).values(entry));
    expect(await rowCount(db, "key_log_entries")).toBe(1);
    for (const change of [
      "update key_log_entries set leaf_hash = decode(repeat('00', 32), 'hex')",
      "update key_log_entries set index = 7",
      "update key_log_entries set entry = ''",
      "delete from key_log_entries",
      "truncate key_log_entries",
      "update key_log_checkpoints set size = 1",
      "delete from key_log_checkpoints",
    ])
      expect([change, await stateOf(appendToLog(test.workerDb, (tx) => tx.execute(sql.raw(change))))]).toEqual([
        change,
        denied,
      ]);
    const again = appendToLog(test.workerDb, (tx) => tx.insert(keyLogEntries).values({ ...entry, index: 1 }));
    expect(await stateOf(again)).toBe("23505");
  });
});

describe("an authority", () => {
  it("changes no row of another one where it may change its own", async () => {
    const changed = (office: Office) =>
      asOffice(there, async (tx) => [
        (await tx.update(cases).set({ version: 9 }).where(sql`tenant_id = ${office.tenantId}`)).count,
        (await tx.update(documents).set({ blobUpload: "x" }).where(sql`tenant_id = ${office.tenantId}`)).count,
        (await tx.update(uploadParts).set({ tag: "x" }).where(sql`tenant_id = ${office.tenantId}`)).count,
        (await tx.update(threads).set({ lastSequence: 9 }).where(sql`tenant_id = ${office.tenantId}`)).count,
        (await tx.update(vaults).set({ version: 9 }).where(sql`account_id = ${office.officialId}`)).count,
      ]);
    expect(await changed(here)).toEqual([0, 0, 0, 0, 0]);
    expect(await changed(there)).toEqual([1, 1, 1, 1, 1]);
  });

  it("cannot put a row into another one, nor hang one on another one's case", async () => {
    const foreign = { caseId: there.case.id, tenantId: there.tenantId, citizenId: there.citizenId };
    expect(await stateOf(asOffice(here, (tx) => addDocument(tx, foreign, "official")))).toBe(denied);
    expect(
      await stateOf(asOffice(here, (tx) => addDocument(tx, { ...foreign, tenantId: here.tenantId }, "official"))),
    ).toBe(denied);
    const forged = { ...foreign, threadId: there.case.threadId, tenantId: here.tenantId };
    expect(await stateOf(asOffice(here, (tx) => addMessage(tx, forged, 7, "official")))).toBe(denied);
    // The same with the own case, but a stranger's thread: the policy is content, the foreign key is not.
    const crossed = {
      caseId: here.case.id,
      tenantId: here.tenantId,
      citizenId: here.citizenId,
      threadId: there.case.threadId,
    };
    expect(await stateOf(asOffice(here, (tx) => addMessage(tx, crossed, 7, "official")))).toBe(foreignKeyViolation);
    expect(await stateOf(asOffice(here, (tx) => tx.insert(cases).values(newCase(there))))).toBe(denied);
    expect(await stateOf(asOffice(here, (tx) => tx.insert(cases).values(newCase(here))))).toBe(denied);
  });

  it("does not learn that a citizen has a draft, nor touch what hangs on it", async () => {
    const ofDraft = { caseId: here.draft.id, tenantId: here.tenantId, citizenId: here.citizenId };
    for (const table of ["case_grants", "documents", "messages", "threads"])
      expect(
        await asOffice(here, (tx) => rowCount(tx, table, `case_id = '${here.draft.id}'`)),
        `${table} of a draft`,
      ).toBe(0);
    const drafts = await asOffice(here, (tx) => rowCount(tx, "cases", "state = 'DRAFT'"));
    expect(drafts).toBe(0);
    expect(await stateOf(asOffice(here, (tx) => addDocument(tx, ofDraft, "official")))).toBe(denied);
    expect(
      await stateOf(
        asOffice(here, (tx) => addMessage(tx, { ...ofDraft, threadId: here.draft.threadId }, 7, "official")),
      ),
    ).toBe(denied);
    const note = noteChange("unit", here.unitId, here, "case.received", here.draft.id);
    expect(await stateOf(asOffice(here, (tx) => tx.execute(note)))).toBe(denied);
  });

  it("sees uploads of a citizen once they are stored, and its own from the start", async () => {
    const of = { caseId: here.case.id, tenantId: here.tenantId, citizenId: here.citizenId };
    const pending = await asCitizen(here, (tx) => addDocument(tx, of, "citizen"));
    const unseen = sql`id = ${pending}`;
    expect(await asOffice(here, (tx) => tx.$count(documents, unseen))).toBe(0);
    expect(await asOffice(here, (tx) => tx.$count(uploadParts, sql`document_id = ${pending}`))).toBe(0);
    const own = await asOffice(here, (tx) => addDocument(tx, of, "official"));
    expect(await asOffice(here, (tx) => tx.$count(documents, sql`id = ${own}`))).toBe(1);
    expect(await asCitizen(here, (tx) => tx.$count(documents, sql`id = ${own}`))).toBe(0);
  });

  it("speaks as itself only: no document, message or audit row in the name of a citizen or a colleague", async () => {
    const of = { caseId: here.case.id, tenantId: here.tenantId, citizenId: here.citizenId };
    expect(await stateOf(asOffice(here, (tx) => addDocument(tx, of, "citizen")))).toBe(denied);
    expect(
      await stateOf(asOffice(here, (tx) => addMessage(tx, { ...of, threadId: here.case.threadId }, 8, "citizen"))),
    ).toBe(denied);
    const event = { id: randomUUID(), tenantId: here.tenantId, actorKind: "official" as const, type: "case.opened" };
    const record = (actorId: string) =>
      asOffice(here, (tx) => tx.insert(auditIntake).values({ ...event, id: randomUUID(), actorId }));
    expect(await stateOf(record(randomUUID()))).toBe(denied);
    await record(here.officialId);
  });

  it("tells of its own deeds only, and the citizen of theirs, in the history of a case", async () => {
    const of = { caseId: here.case.id, tenantId: here.tenantId, citizenId: here.citizenId };
    const tell = (actor: "citizen" | "official") => (tx: ScopedTx) =>
      tx.insert(caseEvents).values({ ...of, kind: "message.sent", actor });
    expect(await stateOf(asOffice(here, tell("citizen")))).toBe(denied);
    expect(await stateOf(asCitizen(here, tell("official")))).toBe(denied);
    expect(await stateOf(asOffice(there, tell("official")))).toBe(denied);
    await asOffice(here, tell("official"));
    await asCitizen(here, tell("citizen"));
    expect(await stateOf(asOffice(here, (tx) => tx.execute(sql`update case_events set actor = 'citizen'`)))).toBe(
      denied,
    );
    expect(await stateOf(asCitizen(here, (tx) => tx.execute(sql`delete from case_events`)))).toBe(denied);
  });

  it("ends nobody's account: that is for the citizen of a transaction", async () => {
    const forget = (tx: Pick<Db, "execute">) => tx.execute(sql`select identity_forget_citizen()`);
    expect(await stateOf(asOffice(here, forget))).toBe(denied);
    expect(await stateOf(forget(db))).toBe(denied);
  });

  it("knows the keys of citizens who have a case with it, and of no others", async () => {
    const keysOf = (citizen: Office) =>
      asOffice(here, (tx) => tx.$count(accounts, sql`citizen_id = ${citizen.citizenId}`));
    expect(await keysOf(here)).toBe(1);
    expect(await keysOf(there)).toBe(0);
  });
});

describe("what was sealed for a member of a unit", () => {
  const closedAt = new Date("2026-11-21T08:00:00.000Z");
  const envelope = new Uint8Array(50);
  const seedOf = (officialId: OfficialId) => eq(unitSeedGrants.officialId, officialId);
  const colleague = randomUUID() as OfficialId;

  beforeAll(async () => {
    const { tenantId, unitId } = here;
    await admin`insert into officials (id, tenant_id, subject_hash, post_sign)
      values (${colleague}, ${tenantId}, ${randomBytes(32)}, 'seed')`;
    await admin`insert into unit_members (tenant_id, unit_id, official_id, role)
      values (${tenantId}, ${unitId}, ${colleague}, 'official')`;
    await admin`insert into unit_seed_grants (tenant_id, unit_id, epoch, official_id, recipient_key_id, envelope)
      values (${tenantId}, ${unitId}, 1, ${colleague}, ${randomBytes(32)}, ${randomBytes(50)})`;
  });
  afterAll(async () => {
    await admin`delete from unit_seed_grants where official_id = ${colleague}`;
    await admin`delete from unit_members where official_id = ${colleague}`;
    await admin`delete from officials where id = ${colleague}`;
    await admin`update unit_seed_grants set closed_at = null`;
  });

  it("is exchanged by nobody before its receiver has said that it does not open, and then by somebody else", async () => {
    const exchange = (officialId: OfficialId) =>
      asOffice(here, (tx) => tx.update(unitSeedGrants).set({ envelope, closedAt: null }).where(seedOf(officialId)));
    const close = (officialId: OfficialId) =>
      asOffice(here, (tx) => tx.update(unitSeedGrants).set({ closedAt }).where(seedOf(officialId)));
    expect((await exchange(colleague)).count).toBe(0);
    expect((await close(colleague)).count).toBe(0);
    expect((await close(here.officialId)).count).toBe(1);
    expect((await exchange(here.officialId)).count).toBe(0);

    await admin`update unit_seed_grants set closed_at = now() where official_id = ${colleague}`;
    const elsewhere = asOffice(there, (tx) =>
      tx.update(unitSeedGrants).set({ envelope, closedAt: null }).where(seedOf(colleague)),
    );
    expect((await elsewhere).count).toBe(0);
    const again = asOffice(here, (tx) => tx.update(unitSeedGrants).set({ envelope }).where(seedOf(colleague)));
    expect(await stateOf(again)).toBe(denied);
    expect((await exchange(colleague)).count).toBe(1);
    expect((await exchange(colleague)).count).toBe(0);
  });
});

describe("an admin of an authority", () => {
  const asAdmin = async <T>(fn: (tx: TenantTx) => Promise<T>) => {
    await admin`insert into tenant_roles (tenant_id, official_id, role)
      values (${here.tenantId}, ${here.officialId}, 'admin') on conflict do nothing`;
    try {
      return await asOffice(here, fn);
    } finally {
      await admin`delete from tenant_roles where official_id = ${here.officialId} and role = 'admin'`;
    }
  };
  const made: OfficialId[] = [];
  const colleague = async (office: Office) => {
    const id = randomUUID() as OfficialId;
    made.push(id);
    await admin`insert into officials (id, tenant_id, subject_hash, post_sign)
      values (${id}, ${office.tenantId}, ${randomBytes(32)}, ${id.slice(0, 8)})`;
    return id;
  };

  afterAll(async () => {
    await admin`delete from unit_members where official_id = any(${made})`;
    await admin`delete from officials where id = any(${made})`;
  });

  it("makes, renames and closes units of the own authority alone, and moves none to another one", async () => {
    const unit = (tenantId: TenantId) => ({ id: randomUUID() as UnitId, tenantId, name: randomUUID() });
    const own = unit(here.tenantId);
    const adding = (row: ReturnType<typeof unit>) => (tx: TenantTx) => tx.insert(units).values(row);
    expect(await stateOf(asOffice(here, adding(own)))).toBe(denied);
    expect(await stateOf(asAdmin(adding(unit(there.tenantId))))).toBe(denied);
    await asAdmin(async (tx) => {
      await tx.insert(units).values(own);
      const changed = await tx.update(units).set({ closedAt: new Date() }).where(eq(units.name, own.name));
      expect(changed.count).toBe(1);
    });
    const everywhere = (tx: TenantTx) => tx.update(units).set({ closedAt: new Date() });
    expect((await asOffice(here, everywhere)).count).toBe(0);
    expect(
      (await asAdmin((tx) => tx.update(units).set({ name: "taken" }).where(eq(units.id, there.unitId)))).count,
    ).toBe(0);
    expect(await stateOf(asAdmin((tx) => tx.update(units).set({ tenantId: there.tenantId })))).toBe(denied);
    await admin`delete from units where id = ${own.id}`;
  });

  it("says who belongs to a unit and who has a role, for others of the own authority alone", async () => {
    const [near, far] = [await colleague(here), await colleague(there)];
    const { tenantId, unitId } = here;
    const member = { tenantId, unitId, officialId: near, role: "official" as const };
    await asAdmin(async (tx) => {
      await tx.insert(unitMembers).values(member);
      await tx.update(unitMembers).set({ role: "lead" }).where(eq(unitMembers.officialId, near));
      await tx.insert(tenantRoles).values({ tenantId, officialId: near, role: "auditor" });
      expect((await tx.delete(tenantRoles).where(eq(tenantRoles.officialId, near))).count).toBe(1);
      expect((await tx.delete(unitMembers).where(eq(unitMembers.officialId, near))).count).toBe(1);
    });
    const adding = (row: Partial<typeof member>) =>
      stateOf(asAdmin((tx) => tx.insert(unitMembers).values({ ...member, ...row })));
    expect(await adding({ officialId: here.officialId, unitId: here.otherUnitId })).toBe(denied);
    expect(await adding({ tenantId: there.tenantId, unitId: there.unitId, officialId: far })).toBe(denied);
    expect(await adding({ officialId: far })).toBe(foreignKeyViolation);
    expect(await adding({ unitId: there.unitId })).toBe(foreignKeyViolation);
    const own = { tenantId, officialId: here.officialId, role: "auditor" as const };
    expect(await stateOf(asAdmin((tx) => tx.insert(tenantRoles).values({ ...own, role: "admin" })))).toBe(denied);
    const gone = await asAdmin(async (tx) => [
      (await tx.delete(tenantRoles).where(eq(tenantRoles.officialId, here.officialId))).count,
      (await tx.delete(unitMembers).where(eq(unitMembers.officialId, here.officialId))).count,
      (await tx.delete(unitMembers).where(eq(unitMembers.tenantId, there.tenantId))).count,
    ]);
    expect(gone).toEqual([0, 0, 0]);
    expect(await stateOf(asAdmin((tx) => tx.update(unitMembers).set({ unitId: here.otherUnitId })))).toBe(denied);
  });

  it("is who has the role: a lead or an auditor changes nothing of it", async () => {
    const officialId = await colleague(here);
    const { tenantId, unitId } = here;
    const member = { tenantId, unitId, officialId, role: "official" as const };
    expect(await stateOf(asOffice(here, (tx) => tx.insert(unitMembers).values(member)))).toBe(denied);
    expect(
      await stateOf(asOffice(here, (tx) => tx.insert(tenantRoles).values({ tenantId, officialId, role: "admin" }))),
    ).toBe(denied);
    await asAdmin((tx) => tx.insert(unitMembers).values(member));
    const touched = await asOffice(here, async (tx) => [
      (await tx.update(unitMembers).set({ role: "lead" }).where(eq(unitMembers.officialId, officialId))).count,
      (await tx.delete(unitMembers).where(eq(unitMembers.officialId, officialId))).count,
      (await tx.delete(unitSeedGrants).where(eq(unitSeedGrants.tenantId, tenantId))).count,
    ]);
    expect(touched).toEqual([0, 0, 0]);
    // Nobody acts in it: a job, which has no account, is no admin either.
    const asJob = withTenant(db, { tenantId }, (tx) =>
      tx.delete(unitMembers).where(eq(unitMembers.tenantId, tenantId)),
    );
    expect((await asJob).count).toBe(0);
  });
});

describe("a citizen", () => {
  it("cannot start a case in somebody else's name, beyond the state of a draft, or in a unit of the wrong authority", async () => {
    const start = (changes: Partial<ReturnType<typeof newCase>> | { state: "ROUTED" }) =>
      stateOf(asCitizen(here, (tx) => tx.insert(cases).values({ ...newCase(here), ...changes })));
    expect(await start({ citizenId: there.citizenId })).toBe(denied);
    expect(await start({ state: "ROUTED" })).toBe(denied);
    expect(await start({ unitId: there.unitId })).toBe(foreignKeyViolation);
  });

  it("cannot change whose case it is, what was announced of a document, or what was said", async () => {
    const change = (statement: string) => stateOf(asCitizen(here, (tx) => tx.execute(sql.raw(statement))));
    expect(await change(`update cases set tenant_id = '${there.tenantId}'`)).toBe(denied);
    expect(await change(`update cases set scope_id = '\\x00'`)).toBe(denied);
    expect(await change(`update documents set header = '\\x00'`)).toBe(denied);
    expect(await change(`update messages set body = '\\x00'`)).toBe(denied);
    expect(await change(`delete from messages`)).toBe(denied);
    expect(await change(`update receipts set payload = '\\x00'`)).toBe(denied);
  });

  it("removes a draft with all that hangs on it, and no submitted case", async () => {
    const [draft] = await asCitizen(there, (tx) => tx.delete(cases).where(sql`id = ${there.draft.id}`).returning());
    expect(draft?.state).toBe("DRAFT");
    const left = await admin`select 1 from documents where case_id = ${there.draft.id}
      union all select 1 from messages where case_id = ${there.draft.id}
      union all select 1 from upload_parts where document_id = ${there.draft.documentId}`;
    expect([...left]).toEqual([]);
    const submitted = await asCitizen(there, (tx) => tx.delete(cases).where(sql`id = ${there.case.id}`).returning());
    expect(submitted).toEqual([]);
  });

  it("writes no audit row for an authority in which they have no such case", async () => {
    const record = (tenantId: TenantId, caseId: Office["case"]["id"]) =>
      asCitizen(here, (tx) =>
        tx.insert(auditIntake).values({
          id: randomUUID(),
          tenantId,
          caseId,
          actorKind: "citizen",
          actorId: here.citizenId,
          type: "case.opened",
        }),
      );
    await record(here.tenantId, here.case.id);
    expect(await stateOf(record(there.tenantId, here.case.id))).toBe(denied);
    expect(await stateOf(record(there.tenantId, there.case.id))).toBe(denied);
  });
});

describe("a vault", () => {
  it("is for its account alone, not for colleagues, the authority or a job without a person", async () => {
    const all = sql`
      select account_id from vaults union all select account_id from vault_slots
      union all select account_id from device_links`;
    const own = (id: string) => [{ account_id: id }, { account_id: id }, { account_id: id }];
    expect([...(await asOffice(here, (tx) => tx.execute(all)))]).toEqual(own(here.officialId));
    expect([...(await asCitizen(here, (tx) => tx.execute(all)))]).toEqual(own(here.citizenId));
    expect([...(await withTenant(db, { tenantId: here.tenantId }, (tx) => tx.execute(all)))]).toEqual([]);
  });

  it("and its keys are made by the person they belong to", async () => {
    const make = (tx: ScopedTx) =>
      createAccount(tx, { id: here.officialId, kind: "official", tenantId: here.tenantId });
    const stranger = { tenantId: here.tenantId, officialId: randomUUID() as string as OfficialId };
    expect(await stateOf(withTenant(db, stranger, make))).toBe(denied);
    expect(
      await stateOf(
        withTenant(db, stranger, (tx) =>
          createAccount(tx, { id: stranger.officialId, kind: "official", tenantId: here.tenantId }),
        ),
      ),
    ).toBe(denied);
    expect(await stateOf(asCitizen(here, make))).toBe(denied);
  });
});

describe("asking for copies", () => {
  const stateOfRequest = (state: string) => sql.raw(`update copy_requests set state = '${state}'`);

  it("is decided by the authority, and taken back by the citizen: neither can do the other's part", async () => {
    expect(await stateOf(asCitizen(here, (tx) => tx.execute(stateOfRequest("GRANTED"))))).toBe(denied);
    expect(await stateOf(asCitizen(here, (tx) => tx.execute(stateOfRequest("OPEN"))))).toBe(denied);
    expect(await stateOf(asOffice(here, (tx) => tx.execute(stateOfRequest("OBJECTED"))))).toBe(denied);
    // Without the signed word of who looked there is no grant, whoever asks.
    expect(await stateOf(asOffice(here, (tx) => tx.execute(stateOfRequest("GRANTED"))))).toBe("23514");
  });

  it("replaces the keys of one's own account, and no official's", async () => {
    const swap = sql`update accounts set signing_key_id = ${randomBytes(32)}`;
    expect((await asOffice(here, (tx) => tx.execute(swap))).count).toBe(0);
    expect((await asCitizen(here, (tx) => tx.execute(swap))).count).toBe(1);
  });

  it("destroys nothing: what was set aside can be exchanged, not removed, and only its owner sees it", async () => {
    const remove = sql`delete from aside_vaults`;
    expect(await stateOf(asCitizen(here, (tx) => tx.execute(remove)))).toBe(denied);
    expect(await asCitizen(here, (tx) => rowCount(tx, "aside_vaults"))).toBe(1);
    expect(await asOffice(here, (tx) => rowCount(tx, "aside_vaults"))).toBe(0);
    const history = sql`update account_renewals set signing_key_id = former_signing_key_id`;
    expect(await stateOf(asCitizen(here, (tx) => tx.execute(history)))).toBe(denied);
  });
});

describe("a transaction", () => {
  it("without a scope sees the public directory and writes nothing", async () => {
    expect(await readPublic(db, (tx) => tx.$count(tenants))).toBe(2);
    const write = (tx: Pick<Db, "insert">) =>
      tx.insert(auditIntake).values({ id: randomUUID(), actorKind: "system", type: "a.b" });
    expect(await stateOf(readPublic(db, write))).toBe("25006");
    expect(await stateOf(write(db).execute())).toBe(denied);
  });

  it("leaves nothing of its scope on the pooled connection", async () => {
    const single = createDb(test.appUrl, { applicationName: "test", max: 1 });
    const settings = sql`select pg_backend_pid() as pid, current_setting('app.tenant', true) as tenant,
      current_setting('app.citizen', true) as citizen, current_setting('app.account', true) as account`;
    const [inside] = await withTenant(single.db, here, (tx) => tx.execute(settings));
    const [after] = await single.db.execute(settings);
    expect(inside).toMatchObject({ tenant: here.tenantId, citizen: "", account: here.officialId });
    expect(after).toEqual({ pid: inside?.pid, tenant: "", citizen: "", account: "" });
    expect(await single.db.$count(cases)).toBe(0);

    const failed = withCitizen(single.db, here.citizenId, () => Promise.reject(new Error("thrown by the command")));
    await expect(failed).rejects.toThrow("thrown by the command");
    expect(await single.db.$count(cases)).toBe(0);
    await single.close();
  });

  it("does not begin with something that is no id", async () => {
    const notAnId = (id: string) => stateOf(withCitizen(db, id as CitizenId, (tx) => tx.$count(cases)));
    expect(await notAnId("' or true --")).toBe("22P02");
    expect(await notAnId("")).toBe("22P02");
  });

  it("reads a pseudonym or a session in no scope", async () => {
    for (const statement of ["select subject_hash from officials", "select subject_hash from citizens"])
      expect(await stateOf(asOffice(here, (tx) => tx.execute(sql.raw(statement)))), `refused: ${statement}`).toBe(
        denied,
      );
    expect(await stateOf(asOffice(here, (tx) => tx.$count(sessions)))).toBe(denied);
    const shown = await asOffice(here, (tx) => tx.select({ tenantId: officials.tenantId }).from(officials));
    expect(new Set(shown.map(({ tenantId }) => tenantId))).toEqual(new Set([here.tenantId]));
  });

  it("adds to the audit and neither reads, changes nor removes there", async () => {
    for (const statement of [
      "select * from audit_intake",
      "update audit_intake set type = 'a.b'",
      "delete from audit_intake",
      "truncate audit_intake",
    ])
      expect(await stateOf(asOffice(here, (tx) => tx.execute(sql.raw(statement)))), `refused: ${statement}`).toBe(
        denied,
      );
  });
});

describe("the change feed", () => {
  it("is refused for a stranger's case, a stranger's feed and a foreign unit, in the same words", async () => {
    const refused = (scopeKind: string, scopeId: string, of: Office, caseId = of.case.id) =>
      Promise.all([
        stateOf(asOffice(here, (tx) => tx.execute(noteChange(scopeKind, scopeId, of, "message.sent", caseId)))),
        stateOf(asCitizen(here, (tx) => tx.execute(noteChange(scopeKind, scopeId, of, "message.sent", caseId)))),
      ]);
    const both = [denied, denied];
    expect(await refused("unit", there.unitId, there)).toEqual(both);
    expect(await refused("citizen", there.citizenId, there)).toEqual(both);
    expect(await refused("unit", here.otherUnitId, here)).toEqual(both);
    expect(await refused("unit", there.unitId, here)).toEqual(both);
    expect(await refused("citizen", there.citizenId, here)).toEqual(both);
    expect(await refused("unit", here.unitId, { ...here, tenantId: there.tenantId })).toEqual(both);
    expect(await refused("unit", here.unitId, here, randomUUID() as string as Office["case"]["id"])).toEqual(both);
    expect(await refused("tenant", here.tenantId, here)).toEqual(both);
  });

  it("cannot be written past its function", async () => {
    const insert = sql`insert into changes (scope_kind, scope_id, citizen_id, sequence, kind, case_id)
      values ('citizen', ${here.citizenId}, ${here.citizenId}, 99, 'message.sent', ${here.case.id})`;
    expect(await stateOf(asCitizen(here, (tx) => tx.execute(insert)))).toBe(denied);
  });

  it("counts without gaps, also when transactions run at once or roll back, and tells listeners after the commit", async () => {
    const heard: string[] = [];
    const listener = postgres(test.appUrl, { max: 1, onnotice: () => undefined });
    await listener.listen("changes", (payload) => heard.push(payload));
    const note = (tx: ScopedTx) => tx.execute(noteChange("unit", here.unitId, here, "message.sent", here.case.id));
    const before = await asOffice(here, (tx) => rowCount(tx, "changes", `scope_id = '${here.unitId}'`));
    await Promise.all([
      ...Array.from({ length: 4 }, () => asCitizen(here, note)),
      ...Array.from({ length: 4 }, () => asOffice(here, note)),
      asOffice(here, async (tx) => {
        await note(tx);
        throw new Error("rolled back");
      }).catch(() => undefined),
    ]);
    const [feed] = await admin`select count(*)::int as n, max(sequence)::int as last,
      (select last_sequence::int from change_heads where scope_id = ${here.unitId}) as head
      from changes where scope_id = ${here.unitId}`;
    expect(feed).toEqual({ n: before + 8, last: before + 8, head: before + 8 });
    await expect.poll(() => heard).toHaveLength(8);
    expect(new Set(heard)).toEqual(new Set([`unit:${here.unitId}`]));
    await listener.end();
  });
});

describe("a grant of a case key", () => {
  it("is stored once per recipient and generation, and not for a stranger's case", async () => {
    const [existing] = await asOffice(here, (tx) => tx.select().from(caseGrants));
    expect(
      await stateOf(asOffice(here, (tx) => tx.insert(caseGrants).values({ ...grantFrom(existing), id: randomUUID() }))),
    ).toBe("23505");
    expect(
      await stateOf(
        asOffice(there, (tx) => tx.insert(caseGrants).values({ ...grantFrom(existing), id: randomUUID() })),
      ),
    ).toBe(denied);
    expect(await asCitizen(there, (tx) => tx.$count(messages, sql`case_id = ${here.case.id}`))).toBe(0);
  });
});

describe("what is sealed for the citizen of a case", () => {
  it("is removed by no official, whatever of the unit's they may remove", async () => {
    const removedFrom = async (office: Office) => {
      let left: number[] = [];
      await asOffice(office, async (tx) => {
        await tx.delete(caseGrants).where(eq(caseGrants.caseId, here.case.id));
        const rows = await tx.select({ role: caseGrants.role }).from(caseGrants);
        left = rows.map(({ role }) => role);
        throw new Error("only looked");
      }).catch(() => undefined);
      return left;
    };
    expect(await removedFrom(here)).toEqual([1]);
    expect((await removedFrom(there)).toSorted((one, other) => one - other)).toEqual([1, 2]);
  });
});

function grantFrom(row: typeof caseGrants.$inferSelect | undefined) {
  if (!row) throw new Error("the world has a grant");
  return row;
}

import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { describe, expect, it } from "vitest";
import type { Tx } from "./client.ts";
import { withCitizen, withCollector, withTenant } from "./tenant.ts";
import { type TestDb, testDb } from "./testing.ts";
import { makeWorld, type Office } from "./testing-world.ts";

/**
 * Every statement without its `where`, as if every filter of the application had been forgotten: what row-level security
 * alone keeps apart. A cell says what a scope of `here` gets of a table by `select`, `update` and `delete`: `r`, `u`, `d` its own
 * rows, `R` everybody's, a dot no row, a dash no right to try. What belongs to `there` is looked at afterwards.
 *
 * Authorities, citizens and accounts are kept apart here, units of one authority by `caseCan` (tests/access).
 */
const table = `
                     nobody  citizen  official  admin  job  collector
account_renewals     ..-     ru-      r.-       r.-    r--    ..-
accounts             ..-     ru-      r.-       r.-    r--    ..-
aside_vaults         ..-     ru-      ..-       ..-    ---    ..-
audit_chain          .--     .--      r--       r--    r--    r--
audit_checkpoints    .--     .--      r--       r--    r--    .--
audit_heads          .--     .--      r--       r--    ru-    .--
audit_intake         ---     ---      ---       ---    ---    ---
begun_uploads        ..-     ru-      ..-       ..-    ---    ..-
case_events          .--     r--      r--       r--    ---    .--
case_grants          .-.     r-.      r-d       r-d    ---    .-.
cases                ...     rud      ru.       ru.    ru.    ...
change_heads         .--     r--      r--       r--    ---    .--
changes              .--     r--      r--       r--    ---    .--
citizens             .--     r--      .--       .--    ---    .--
collector_tokens     ..-     ..-      ru-       ru-    ---    ru-
copy_requests        ..-     r--      ru-       ru-    ---    ..-
deputy_grants        .--     .--      r--       r--    ---    .--
deputyships          .-.     .-.      r-d       r-d    ---    .-.
device_links         ...     rud      rud       rud    .-.    ...
documents            ..-     ru-      ru-       ru-    ru-    ..-
drafts               ...     rud      ...       ...    .-.    ...
form_definitions     R--     R--      R--       R--    ---    R--
idempotency_keys     ..-     ru-      ru-       ru-    ---    ..-
invitations          ..-     ..-      ..-       ru-    ---    ..-
key_log_checkpoints  .--     .--      .--       .--    ..-    .--
key_log_entries      .--     .--      .--       .--    .--    .--
mandates             .--     r--      r--       r--    ---    .--
messages             .--     r--      r--       r--    ---    .--
officials            ..-     ..-      r.-       ru-    ---    ..-
places               R--     R--      R--       R--    ---    R--
receipts             .--     r--      r--       r--    ---    .--
recusals             .-.     .-.      r-d       r-d    ---    .-.
routing_rule_sets    R--     R--      R--       R--    ---    R--
search_words         R--     R--      R--       R--    ---    R--
services             R--     R--      R--       R--    ---    R--
sessions             ---     ---      ---       ---    ---    ---
spent_challenges     ---     ---      ---       ---    ---    ---
statements           R--     R--      R--       R--    R--    R--
tenant_roles         .-.     .-.      r-.       r-.    ---    .-.
tenants              R--     R--      R--       R--    R--    R--
threads              ..-     ru-      ru-       ru-    ---    ..-
unit_back_links      .-.     .-.      r-d       r-d    ---    .-.
unit_departures      .--     .--      r--       r--    ---    .--
unit_key_proposal_grants  .--     .--      r--       r--    ---    .--
unit_key_proposals   .-.     .-.      r-d       r-d    ---    .-.
unit_members         ...     ...      r..       rud    ---    ...
unit_seed_grants     ...     ...      r-.       r-.    ---    ...
units                R.-     R.-      R.-       Ru-    ---    R.-
upload_parts         ...     rud      rud       rud    r-d    ...
vault_slots          .-.     r-d      r-d       r-d    ---    .-.
vaults               ..-     ru-      ru-       ru-    ---    ..-
`;

const scopes = ["nobody", "citizen", "official", "admin", "job", "collector"] as const;
type Scope = (typeof scopes)[number];

/**
 * The official is an auditor, an admin is one with that role. A job acts for an authority and for no person of it, and has a
 * role of its own; a collector is a machine and has a token.
 */
function within<T>({ db, workerDb }: TestDb, office: Office, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (scope === "nobody") return db.transaction(work);
  if (scope === "citizen") return withCitizen(db, office.citizenId, work);
  if (scope === "collector") return withCollector(db, office.collectorId, work);
  return scope === "job" ? withTenant(workerDb, { tenantId: office.tenantId }, work) : withTenant(db, office, work);
}

type Table = { name: string; readable: string[] | null; changed: string };

/** With the columns that the application may read, and one that it may write or at least could try to. */
const tablesOf = (admin: Sql, role: string) => admin<Table[]>`
  select c.relname as name,
    array_agg(quote_ident(a.attname) order by a.attnum)
      filter (where has_column_privilege(${role}, c.oid, a.attnum, 'select')) as readable,
    coalesce(
      min(quote_ident(a.attname)) filter (where has_column_privilege(${role}, c.oid, a.attnum, 'update') and not exists (
        select 1 from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey))),
      min(quote_ident(a.attname)) filter (where a.attidentity = '' and a.attgenerated = '')) as changed
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  group by c.relname order by 1`;

const idsOf = ({ tenantId, unitId, otherUnitId, officialId, citizenId, collectorId, ...of }: Office): string[] =>
  [{ tenantId, unitId, otherUnitId, officialId, citizenId, collectorId }, of.case, of.draft].flatMap((ids) =>
    Object.values(ids),
  );

/** The rows in which one of these ids stands, as the superuser sees them, with the mark that every change leaves. */
async function rowsNaming(admin: Sql, tables: readonly Table[], ids: readonly string[]) {
  const rows: string[] = [];
  for (const { name } of tables) {
    const statement = `select t.xmin || ' ' || t::text as line from ${name} t where t::text ~ $1`;
    const found = await admin.unsafe<{ line: string }[]>(statement, [ids.join("|")]);
    rows.push(...found.map(({ line }) => `${name} ${line}`));
  }
  return rows.toSorted();
}

/** A refusal that is no question of rights is shown as it is. */
async function orDash(attempt: Promise<string>): Promise<string> {
  return attempt.catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const state = cause instanceof Error && "code" in cause ? String(cause.code) : "?";
    return state === "42501" ? "-" : `(${state})`;
  });
}

/** Something that may stand there. Not the column itself: to read it would ask the policies for reading as well. */
async function valueIn(admin: Sql, table: string, column: string, own: readonly string[]): Promise<string> {
  const statement = `select quote_nullable(${column}) as value from ${table} t where t::text ~ $1 limit 1`;
  const [row] = await admin.unsafe<{ value: string }[]>(statement, [own.join("|")]);
  return row?.value ?? "null";
}

const appoint = (admin: Sql, { tenantId }: Office) =>
  admin`update tenant_roles set role = 'admin' where tenant_id = ${tenantId}`;

/** Somebody of the same unit, who does not act in its case because of bias, and stands in for the official. */
async function hire(admin: Sql, { tenantId, unitId, citizenId, officialId, ...of }: Office) {
  const colleague = { id: randomUUID(), tenant_id: tenantId, subject_hash: randomBytes(32), post_sign: "2" };
  await admin`insert into officials ${admin(colleague)}`;
  const theirs = { tenant_id: tenantId, official_id: colleague.id };
  await admin`insert into unit_members ${admin({ ...theirs, unit_id: unitId, role: "official" })}`;
  await admin`insert into recusals ${admin({ ...theirs, citizen_id: citizenId, case_id: of.case.id })}`;
  const deputyshipId = randomUUID();
  await admin`insert into deputyships (id, tenant_id, official_id, deputy_id, starts_on, ends_on)
    values (${deputyshipId}, ${tenantId}, ${officialId}, ${colleague.id}, current_date, current_date)`;
  const handed = { case_id: of.case.id, tenant_id: tenantId, citizen_id: citizenId, deputyship_id: deputyshipId };
  const sealed = { deputy_unit_id: unitId, recipient_key_id: randomBytes(32), envelope: randomBytes(1921) };
  await admin`insert into deputy_grants ${admin({ ...handed, ...sealed })}`;
  const signed = { official_id: officialId, payload: randomBytes(8), signature: randomBytes(96) };
  await admin`insert into mandates ${admin({ ...handed, ...signed, id: randomUUID() })}`;
}

/** In a world of its own, because what is removed is removed. */
async function tryAll(scope: Scope) {
  const test = await testDb();
  const admin = postgres(test.adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const { here, there } = await makeWorld(test);
    const [own, foreign] = [idsOf(here), idsOf(there)];
    const tables = await tablesOf(admin, scope === "job" ? "dvd_worker" : "dvd_app");
    for (const office of [here, there]) await hire(admin, office);
    if (scope === "admin") await appoint(admin, here);
    const before = await rowsNaming(admin, tables, foreign);
    const isOwn = (row: object) => {
      const text = JSON.stringify(row);
      return own.some((id) => text.includes(id)) && !foreign.some((id) => text.includes(id));
    };
    const run = (statement: string, letterOf: (rows: object[], count: number) => string) =>
      orDash(
        within(test, here, scope, async (tx) => {
          const result = await tx.execute(sql.raw(statement));
          return result.count === 0 ? "." : letterOf([...result], result.count);
        }),
      );

    const cells = Object.fromEntries(tables.map(({ name }) => [name, ""]));
    for (const { name, readable } of tables)
      cells[name] += await run(`select ${readable?.join(", ") ?? "*"} from ${name}`, (rows) =>
        rows.every(isOwn) ? "r" : "R",
      );
    for (const { name, changed } of tables) {
      const value = await valueIn(admin, name, changed, own);
      cells[name] += await run(`update ${name} set ${changed} = ${value}`, () => "u");
    }
    for (const { name } of tables) cells[name] += await run(`delete from ${name}`, () => "d");
    return { cells, before, after: await rowsNaming(admin, tables, foreign) };
  } finally {
    await admin.end();
    await test.drop();
  }
}

function expectedFor(scope: Scope): Record<string, string> {
  const [head = [], ...rows] = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const place = head.indexOf(scope) + 1;
  return Object.fromEntries(rows.map((cells) => [cells[0] ?? "", cells[place] ?? ""]));
}

describe("without a filter", () => {
  it.each(scopes)(
    "%s reads, changes and removes of each table what the table above says, and nothing of another's",
    async (scope) => {
      const { cells, before, after } = await tryAll(scope);
      expect(cells, "a new table needs a line in unfiltered.test.ts").toEqual(expectedFor(scope));
      expect(after).toEqual(before);
      // Otherwise a dot would only mean that nobody has made a row: in each of these tables there is something to keep apart.
      const filled = new Set(before.map((line) => line.split(" ", 1)[0]));
      const empty = Object.keys(cells).filter((name) => !filled.has(name));
      expect(empty).toEqual(withoutOwner);
    },
  );
});

/** Public, or nobody's: no row of theirs names a person or, in this world, an authority. */
const withoutOwner = [
  "form_definitions",
  "key_log_checkpoints",
  "key_log_entries",
  "places",
  "search_words",
  "services",
  "spent_challenges",
];

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import postgres, { type Sql } from "postgres";
import { prepareTemplate } from "./testing.ts";

/**
 * The schema as the database itself describes it, in one readable and stable text. A migration that does something else
 * than its author believes (a lost policy, a right too many) shows up here in the review. Our own writer, because the
 * embedded PostgreSQL comes without pg_dump.
 */
export const snapshotFile = fileURLToPath(new URL("../schema.snapshot.sql", import.meta.url));

const head = "-- Written by `pnpm --filter @dvd/db snapshot` from a migrated database. Not edited by hand.\n";

type Line = { subject: string; text: string };

/** Everything in schema `public`; what pg-boss and drizzle install for themselves is theirs to describe. */
export async function snapshotSchema(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string; security: string }[]>`
    select relname as name, concat_ws(' ', 'row level security',
      case when relrowsecurity then 'enabled' else 'DISABLED' end,
      case when relforcerowsecurity then 'forced' else 'NOT FORCED' end, 'owner', pg_get_userbyid(relowner)) as security
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
  const columnsInOrder = await columns(sql);
  const details = [await constraints(sql), await indexes(sql), await policies(sql), await tableGrants(sql)].flatMap(
    (lines) => lines.toSorted((one, other) => (one.text < other.text ? -1 : 1)),
  );
  const blocks = tables.toSorted(byName).map(({ name, security }) => {
    const lines = [...columnsInOrder, ...details]
      .filter(({ subject }) => subject === name)
      .map(({ text }) => `  ${text}`);
    return [`table ${name} -- ${security}`, ...lines].join("\n");
  });
  return `${[head, ...blocks, ...(await others(sql)), ...(await functions(sql))].join("\n\n")}\n`;
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);

const columns = (sql: Sql) => sql<Line[]>`
  select attrelid::regclass::text as subject, concat_ws(' ', 'column', attname, format_type(atttypid, atttypmod),
    case when attnotnull then 'not null' end, 'default ' || pg_get_expr(adbin, adrelid)) as text
  from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p'))
    and attnum > 0 and not attisdropped
  order by attrelid, attnum`;

/** Not-null is said with its column; PostgreSQL 18 also lists it as a constraint and 17 does not. */
const constraints = (sql: Sql) => sql<Line[]>`
  select conrelid::regclass::text as subject, concat_ws(' ', 'constraint', conname, pg_get_constraintdef(oid)) as text
  from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n'`;

const indexes = (sql: Sql) => sql<Line[]>`
  select tablename as subject, 'index ' || indexdef as text from pg_indexes where schemaname = 'public'`;

const policies = (sql: Sql) => sql<Line[]>`
  select tablename as subject, concat_ws(' ', 'policy', policyname, lower(permissive), 'for', lower(cmd), 'to',
    array_to_string(roles, ', '), 'using (' || qual || ')', 'with check (' || with_check || ')') as text
  from pg_policies where schemaname = 'public'`;

const tableGrants = (sql: Sql) => sql<Line[]>`
  with granted as (
    select c.relname, null as column_name, a.grantee, a.privilege_type
      from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
    union all
    select c.relname, t.attname, a.grantee, a.privilege_type
      from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
      where c.relnamespace = 'public'::regnamespace)
  select relname as subject, concat_ws(' ', 'grant', lower(privilege_type),
    '(' || string_agg(column_name, ', ' order by column_name collate "C") || ')', 'to',
    case when grantee = 0 then 'public' else pg_get_userbyid(grantee) end) as text
  from granted group by relname, grantee, privilege_type`;

/** Views, sequences and types: none today, and none unnoticed tomorrow. Also who may do what in the schema itself. */
async function others(sql: Sql): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select case relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'S' then 'sequence ' else 'relation ' end
        || relname || coalesce(' as ' || pg_get_viewdef(oid), '') as text
      from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i', 'I', 't')
    union all
    select 'type ' || typname from pg_type where typnamespace = 'public'::regnamespace and typrelid = 0 and typelem = 0
    union all
    select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
    union all
    select concat_ws(' ', 'grant', lower(a.privilege_type), 'on schema public to',
        case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee) end)
      from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee <> n.nspowner`;
  return rows.map(({ text }) => text).toSorted();
}

async function functions(sql: Sql): Promise<string[]> {
  const rows = await sql<{ definition: string; owner: string; callers: string }[]>`
    select pg_get_functiondef(oid) as definition, pg_get_userbyid(proowner) as owner,
      (select string_agg(case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee) end, ', ' order by 1)
        from aclexplode(coalesce(proacl, acldefault('f', proowner))) a where a.grantee <> proowner) as callers
    from pg_proc where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
    order by proname collate "C", pg_get_function_identity_arguments(oid) collate "C"`;
  return rows.map(
    ({ definition, owner, callers }) =>
      `${definition.trimEnd()}\n-- owner ${owner}, execute granted to ${callers ?? "nobody"}`,
  );
}

export const readSnapshot = () => readFileSync(snapshotFile, "utf8");

/** Rewrites the committed file: `pnpm --filter @dvd/db snapshot [address of a migrated database]`. */
async function main() {
  const url = process.argv[2];
  const text = url ? await describe(url) : await describeFresh();
  writeFileSync(snapshotFile, text);
}

async function describe(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await snapshotSchema(sql);
  } finally {
    await sql.end();
  }
}

/** Without an address: migrates an empty database on the server of TEST_DATABASE_URL and throws it away. */
async function describeFresh(): Promise<string> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("give the address of a migrated database, or set TEST_DATABASE_URL");
  const { name, drop } = await prepareTemplate(server, []);
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    return await describe(url.toString());
  } finally {
    await drop();
  }
}

if (import.meta.main) await main();

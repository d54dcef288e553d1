import type { Stores } from "./stores.ts";

/** Every table with number and hash of its rows, and every file of the blob store: equal means that nothing happened. */
export async function imprintOf({ sql, blobFiles }: Pick<Stores, "sql" | "blobFiles">) {
  const tables = await sql<{ schema: string; name: string }[]>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname = 'public' or (schemaname = 'pgboss' and tablename like 'job%') order by 1, 2`;
  const prints: [string, string][] = [];
  for (const { schema, name } of tables) {
    const [row] = await sql<{ print: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as print
      from ${sql(schema)}.${sql(name)} t`;
    prints.push([`${schema}.${name}`, row?.print ?? ""]);
  }
  return { tables: Object.fromEntries(prints), files: await blobFiles() };
}

/** Comes back when a call is over, or waits for another transaction. */
export async function untilOverOrWaiting({ sql }: Pick<Stores, "sql">, call: Promise<unknown>) {
  const isOver = call.then(
    () => true,
    () => true,
  );
  const isWaiting = () => sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while (!(await Promise.race([isOver, isWaiting().then(({ length }) => length > 0)])));
}

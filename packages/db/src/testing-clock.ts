import type { Sql } from "postgres";

/**
 * From here on the functions and defaults of a scratch database read one hand instead of `now()`, and the test moves it.
 * The functions are the migrated ones with that one word exchanged, so nothing of this is in a real database: there the
 * clock is the server's, and no setting and no role of ours can move it. `sql` is a superuser. Returns how to set it.
 */
export async function stopClock(sql: Sql, at: Date): Promise<(at: Date) => Promise<unknown>> {
  await sql.begin(async (tx) => {
    await tx.unsafe(hand);
    await tx`insert into test_clock.hand values (${at.toISOString()})`;
    await tx.unsafe(exchange);
    const [others] = await tx<{ names: string[] | null }[]>`
      select array_agg(proname order by proname) as names from pg_proc
      where pronamespace = 'public'::regnamespace and prosrc ~ ${otherClocks}`;
    if (others?.names) throw new Error(`these functions follow another clock: ${others.names.join(", ")}`);
  });
  return (moment) => sql`update test_clock.hand set at = ${moment.toISOString()}`;
}

const hand = `
  create schema test_clock;
  create table test_clock.hand (at timestamptz not null);
  create function test_clock.now() returns timestamptz language sql stable return (select at from test_clock.hand);
  grant usage on schema test_clock to public;
  grant select on test_clock.hand to public;`;

const exchange = String.raw`
  do $do$
  declare
    v_function oid;
    v_column record;
  begin
    for v_function in
      select oid from pg_proc where pronamespace = 'public'::regnamespace and prosrc ~ '\mnow\(\)'
    loop
      execute regexp_replace(pg_get_functiondef(v_function), '\mnow\(\)', 'test_clock.now()', 'g');
    end loop;
    for v_column in
      select d.adrelid::regclass as place, a.attname as name
        from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
          join pg_class c on c.oid = d.adrelid
        where c.relnamespace = 'public'::regnamespace and pg_get_expr(d.adbin, d.adrelid) = 'now()'
    loop
      execute format('alter table %s alter column %I set default test_clock.now()', v_column.place, v_column.name);
    end loop;
  end;
  $do$`;

/** Whatever else tells the time: a function that used it would not follow, and a test would prove nothing. */
const otherClocks = String.raw`(?<!test_clock\.)\mnow\(\)|\m(clock|statement|transaction|current|local)_?timestamp\M|\mcurrent_(date|time)\M`;

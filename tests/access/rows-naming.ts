import type { Portal } from "@dvd/api/testing/portal";

/**
 * Every row in which one of these ids stands, as the superuser sees it. A proposed key of a unit is sealed for each of its
 * members and belongs to the unit: any of them makes one and takes one back.
 */
export async function rowsNaming({ sql }: Portal, ids: readonly string[]): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables 
    where schemaname = 'public' and tablename <> 'unit_key_proposal_grants'`;
  const pattern = ids.join("|");
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await sql<{ line: string }[]>`select t::text as line from ${sql(name)} t where t::text ~ ${pattern}`;
    rows.push(...found.map(({ line }) => `${name} ${line}`));
  }
  return rows.toSorted();
}

import postgres, { type Sql } from "postgres";

/** One connection as the owner of everything, for a look or a planted change behind all policies. */
export async function asAdmin<T>(adminUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

export const changeRows = (adminUrl: string, statement: string, text: string) =>
  asAdmin(adminUrl, (sql) => sql.unsafe(statement, [text]));

export const countRows = (adminUrl: string, table: string, condition: string): Promise<number> =>
  asAdmin(adminUrl, async (sql) => {
    const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table} where ${condition}`);
    return row?.n ?? 0;
  });

import { and, asc, count, desc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { statements } from "../schema/directory.ts";
import { keyLogCheckpoints, keyLogEntries } from "../schema/key-log.ts";
import type { AnyTx, LogTx } from "../tenant.ts";

/** What was published and stands in the log not yet, in the order in which it will. */
export const listUnlogged = (tx: LogTx) =>
  tx
    .select({ statementId: statements.id, payload: statements.payload })
    .from(statements)
    .leftJoin(keyLogEntries, eq(keyLogEntries.statementId, statements.id))
    .where(isNull(keyLogEntries.index))
    .orderBy(asc(statements.createdAt), asc(statements.id));

export async function countEntries(tx: AnyTx): Promise<number> {
  const [row] = await tx.select({ size: count() }).from(keyLogEntries);
  return row?.size ?? 0;
}

export const addEntries = (tx: LogTx, rows: (typeof keyLogEntries.$inferInsert)[]) =>
  tx.insert(keyLogEntries).values(rows);

/** The leaves from this place on. */
export const listLeafHashes = (tx: AnyTx, from: number) =>
  tx
    .select({ index: keyLogEntries.index, leafHash: keyLogEntries.leafHash })
    .from(keyLogEntries)
    .where(gte(keyLogEntries.index, from))
    .orderBy(asc(keyLogEntries.index));

/** What was logged, in these places. */
export const listEntries = (tx: AnyTx, from: number, end: number) =>
  tx
    .select({ index: keyLogEntries.index, entry: keyLogEntries.entry })
    .from(keyLogEntries)
    .where(and(gte(keyLogEntries.index, from), lt(keyLogEntries.index, end)))
    .orderBy(asc(keyLogEntries.index));

/** The newest note under a size replaces the one before: the tree is the same, its witnesses have looked again. */
export const saveCheckpoint = (tx: LogTx, row: typeof keyLogCheckpoints.$inferInsert) =>
  tx
    .insert(keyLogCheckpoints)
    .values(row)
    .onConflictDoUpdate({
      target: keyLogCheckpoints.size,
      set: { note: sql`excluded.note`, witnessedAt: sql`excluded.witnessed_at` },
    });

export async function findCheckpoint(tx: AnyTx) {
  const [row] = await tx.select().from(keyLogCheckpoints).orderBy(desc(keyLogCheckpoints.size)).limit(1);
  return row ?? null;
}

/** The policies under which readers believe the log, one for every authority. */
export const listLogPolicies = (tx: AnyTx) =>
  tx
    .selectDistinctOn([statements.tenantId], { payload: statements.payload })
    .from(statements)
    .where(eq(statements.kind, "log-policy"))
    .orderBy(statements.tenantId, desc(statements.sequence));

import { entryOf, parseStatement } from "@dvd/crypto";
import { getTenant, listStatements } from "@dvd/db/repositories/directory";
import { readPublic } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import type { Deps } from "../context.ts";
import { newestCheckpoint, proveLogged } from "../key-log/prove-logged.ts";
import { encodeBase64 } from "../wire.ts";

type GetKeys = { tenantId: TenantId; knownLogSize: number };

/** The authority's signed statements. We only carry them: the browser verifies each against the pinned root and the log. */
export const getKeys = (ctx: Deps, { tenantId, knownLogSize }: GetKeys) =>
  readPublic(ctx.db, async (tx) => {
    const { id } = await getTenant(tx, tenantId);
    const checkpoint = await newestCheckpoint(tx);
    const statements = await namedByHead(await listStatements(tx, id, checkpoint.size));
    const indexes = statements.map(({ index }) => index);
    return {
      authority: id,
      statements: statements.map(({ payload, signature }) => ({
        payload: encodeBase64(payload),
        signature: encodeBase64(signature),
      })),
      log: await proveLogged(ctx, tx, checkpoint, indexes, knownLogSize),
    };
  });

/** Without the units that the head leaves out: they count for nobody, and once expired they would spoil the whole set. */
async function namedByHead<Row extends { payload: Uint8Array }>(rows: readonly Row[]): Promise<Row[]> {
  const named = new Set<string>();
  for (const { payload } of rows) {
    const statement = parseStatement(payload);
    if (statement.type !== "directory-head") continue;
    for (const { unit_key, members } of statement.units) named.add(unit_key).add(members);
  }
  const read = await Promise.all(rows.map(async (row) => ({ row, entry: await entryOf(row.payload) })));
  return read.filter(({ entry }) => entry.unit_id === null || named.has(entry.statement)).map(({ row }) => row);
}

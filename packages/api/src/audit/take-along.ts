import { findNewestSeq, listCheckpoints, listLinked } from "@dvd/db/repositories/audit";
import type { CollectorTx, TenantTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { TenantId } from "@dvd/domain/ids";
import { assertCan } from "@dvd/domain/verdict";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { toHex } from "@dvd/crypto";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { exportLine } from "./export-line.ts";

const pageSize = 1_000;

/** Up to a number that is settled before the first line leaves: an answer that ends before it was cut short. */
export type TakenRecords = { upTo: number; lines: AsyncIterable<string> };
type Reader = TenantTx | CollectorTx;
type Source = { tenantId: TenantId; read: <T>(work: (tx: Reader) => Promise<T>) => Promise<T> };

/**
 * The records of the own authority behind a number, oldest first, as lines. Whoever was interrupted asks again behind the last
 * whole line. That they are taken along is committed before the first one leaves.
 */
export async function exportRecords(ctx: OfficialCtx, after: number): Promise<TakenRecords> {
  const { tenantId } = ctx.actor;
  const upTo = await ctx.transact(async (tx) => {
    await noteExport(ctx, tx, after);
    return findEnd(tx, tenantId, after);
  });
  return { upTo, lines: linesUpTo({ tenantId, read: (work) => ctx.transact(work) }, after, upTo) };
}

/** Who asks behind a record that is not there comes with the place of another log, or after records were lost. */
export async function findEnd(tx: Reader, tenantId: TenantId, after: number): Promise<number> {
  const newest = await findNewestSeq(tx, tenantId);
  if (after > newest) throw new DomainError("request.invalid");
  return newest;
}

export async function* linesUpTo({ tenantId, read }: Source, after: number, upTo: number) {
  let next = after + 1;
  while (next <= upTo) {
    const from = next;
    const rows = (await read((tx) => listLinked(tx, tenantId, from, pageSize))).filter(({ seq }) => seq <= upTo);
    const last = rows.at(-1);
    // The right to read ended in the middle. A proper end here would pass for the end of the log.
    if (!last) throw new DomainError("auth.token-refused");
    yield rows.map(({ record: text, link }) => `${exportLine({ record: text, link: toHex(link) })}\n`).join("");
    next = last.seq + 1;
  }
}

/** What was signed about this chain: whoever has kept a copy needs to believe no file of ours. */
export async function exportCheckpoints(ctx: OfficialCtx): Promise<string> {
  await ctx.transact((tx) => noteExport(ctx, tx, 0));
  const lines = await ctx.transact((tx) => listCheckpoints(tx, ctx.actor.tenantId));
  return lines.map(({ line }) => `${line}\n`).join("");
}

async function noteExport(ctx: OfficialCtx, tx: TenantTx, after: number) {
  assertCan(tenantCan("takeAuditAlong", ctx.actor));
  assertFreshLogin(ctx, "audit.export");
  await record(ctx, tx, ctx.actor.tenantId, { type: "audit.exported", after });
}

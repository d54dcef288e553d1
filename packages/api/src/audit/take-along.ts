import { listCheckpoints, listLinked } from "@dvd/db/repositories/audit";
import { assertCan } from "@dvd/domain/verdict";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { toHex } from "@dvd/crypto";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { exportLine } from "./export-line.ts";

const pageSize = 1_000;

/**
 * The records of the own authority behind a number, oldest first, as lines. Whoever was interrupted asks again behind the last
 * whole line. That they are taken along is committed before the first one leaves.
 */
export async function exportRecords(ctx: OfficialCtx, after: number): Promise<AsyncIterable<string>> {
  await noteExport(ctx, { type: "audit.exported", after });
  return pages(ctx, after);
}

async function* pages(ctx: OfficialCtx, after: number) {
  let next = after + 1;
  for (;;) {
    const from = next;
    const rows = await ctx.transact((tx) => listLinked(tx, ctx.actor.tenantId, from, pageSize));
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ record: text, link }) => `${exportLine({ record: text, link: toHex(link) })}\n`).join("");
    next = last.seq + 1;
  }
}

/** What was signed about this chain: whoever has kept a copy needs to believe no file of ours. */
export async function exportCheckpoints(ctx: OfficialCtx): Promise<string> {
  await noteExport(ctx, { type: "audit.exported", after: 0 });
  const lines = await ctx.transact((tx) => listCheckpoints(tx, ctx.actor.tenantId));
  return lines.map(({ line }) => `${line}\n`).join("");
}

const noteExport = (ctx: OfficialCtx, event: { type: "audit.exported"; after: number }) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("takeAuditAlong", ctx.actor));
    assertFreshLogin(ctx, "audit.export");
    await record(ctx, tx, ctx.actor.tenantId, event);
  });

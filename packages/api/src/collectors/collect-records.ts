import { appendAudit } from "@dvd/db/repositories/audit";
import {
  findCollector,
  type KnownCollector,
  noteCollectorRefusal,
  noteCollectorUse,
} from "@dvd/db/repositories/collectors";
import { type CollectorTx, withCollector } from "@dvd/db/tenant";
import type { SureEvent } from "@dvd/domain/audit/events";
import { germanDay } from "@dvd/domain/case/due-date";
import { DomainError } from "@dvd/domain/errors";
import { collectorTokenPattern } from "@dvd/domain/tenant/collector";
import { findEnd, linesUpTo, type TakenRecords } from "../audit/take-along.ts";
import { newId, type RequestContext } from "../context.ts";
import { spend } from "../limits/spend.ts";
import { collectorTokenHash } from "./collector-token.ts";

/**
 * The same lines for a machine, by its token alone. It is recorded on the first call of a day, and each time it begins further
 * back than on that day before: a record of every call would be one more line for the next.
 */
export async function collectRecords(ctx: RequestContext, token: string, after: number): Promise<TakenRecords> {
  const collector = await findByToken(ctx, token);
  const { tokenId, tenantId } = collector;
  await spend(ctx, "collect", { tenantId });
  const upTo = await withCollector(ctx.db, tokenId, async (tx) => {
    const end = await findEnd(tx, tenantId, after);
    if (await noteCollectorUse(tx, tokenId, { on: germanDay(ctx.now()), after }))
      await note(ctx, tx, collector, { type: "collector.used", tokenId, after });
    return end;
  });
  return { upTo, lines: linesUpTo({ tenantId, read: (work) => withCollector(ctx.db, tokenId, work) }, after, upTo) };
}

/** One that is over is answered like one that never was; its authority finds in the log that somebody still tries it. */
async function findByToken(ctx: RequestContext, token: string): Promise<KnownCollector> {
  await spend(ctx, "token");
  const collector = collectorTokenPattern.test(token) ? await findCollector(ctx.db, collectorTokenHash(token)) : null;
  if (collector?.isAlive) return collector;
  if (collector) await noteRefusal(ctx, collector);
  throw new DomainError("auth.token-refused");
}

const noteRefusal = (ctx: RequestContext, collector: KnownCollector) =>
  withCollector(ctx.db, collector.tokenId, async (tx) => {
    const { tokenId } = collector;
    if (await noteCollectorRefusal(tx, tokenId, germanDay(ctx.now())))
      await note(ctx, tx, collector, { type: "collector.refused", tokenId });
  });

const note = (ctx: RequestContext, tx: CollectorTx, { tenantId }: KnownCollector, event: SureEvent) =>
  appendAudit(tx, {
    id: newId(ctx),
    tenantId,
    actor: { kind: "system", id: null },
    correlationId: ctx.correlationId,
    event,
  });

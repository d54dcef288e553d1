import { listNewest } from "@dvd/db/repositories/audit";
import { assertCan } from "@dvd/domain/verdict";
import { tenantCan } from "@dvd/domain/tenant/policy";
import { record } from "../audit.ts";
import type { OfficialCtx } from "../context.ts";
import { type ListEvents, readRecord } from "./list-events.contract.ts";

/** The newest first. Who looks at the log stands in the log as well, with what they looked for. */
export const listEvents = (ctx: OfficialCtx, { before, limit, ...filter }: ListEvents) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("readAudit", ctx.actor));
    const { tenantId } = ctx.actor;
    const rows = await listNewest(tx, tenantId, filter, before, limit + 1);
    const shown = rows.slice(0, limit);
    await record(ctx, tx, tenantId, {
      type: "audit.read",
      records: shown.length,
      ...(filter.type && { filterType: filter.type }),
      ...(filter.actorId && { filterActor: filter.actorId }),
      ...(filter.caseId && { filterCase: filter.caseId }),
    });
    return {
      records: shown.flatMap(({ record: text }) => readRecord(text) ?? []),
      nextBefore: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null,
    };
  });

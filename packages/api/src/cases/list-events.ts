import { listCaseEvents } from "@dvd/db/repositories/case-events";
import { getCase } from "@dvd/db/repositories/cases";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import type { ActorCtx } from "../context.ts";
import type { ListEvents } from "./list-events.contract.ts";

/** The history of a case, oldest first, the same for both sides. */
export const listEvents = (ctx: ActorCtx, { caseId, after, limit }: ListEvents) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.read(found, ctx.actor));
    const rows = await listCaseEvents(tx, caseId, after, limit + 1);
    const events = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }));
    return { events, nextAfter: rows.length > limit ? (events.at(-1)?.id ?? null) : null };
  });

import { type CaseSummaryRow, listEntrusted, listForCitizen, listForUnit } from "@dvd/db/repositories/cases";
import type { CitizenCtx, OfficialCtx } from "../context.ts";
import { isSender } from "../members/get-sender.ts";
import { decodeCursor, type Place, pageOf } from "../paging.ts";
import type { ListCases, ListOwnCases } from "./list-cases.contract.ts";
import { presentSummary } from "./present-summary.ts";

const placeOf = (cursor: string | undefined) => (cursor === undefined ? null : decodeCursor(cursor));
const lastTouched = (row: CaseSummaryRow): Place => ({ at: row.updatedAt, id: row.id });
const received = (row: CaseSummaryRow): Place => ({ at: row.receivedAt ?? row.updatedAt, id: row.id });

/** A citizen's own cases of one kind, the most recently touched first. */
export const listOwnCases = (ctx: CitizenCtx, { group, cursor, limit }: ListOwnCases) =>
  ctx.transact(async (tx) => {
    const rows = await listForCitizen(tx, ctx.actor.citizenId, group, placeOf(cursor), limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, lastTouched);
    return { cases: items.map((row) => presentSummary(row, ctx.actor)), nextCursor };
  });

/**
 * The inbox of an official's units, and what they look after for somebody of another one, the most recently received first.
 * Whom the authority has not signed for reads it, and is offered nothing there that the command would refuse.
 */
export const listInbox = (ctx: OfficialCtx, { cursor, limit }: ListCases) =>
  ctx.transact(async (tx) => {
    const { tenantId, unitIds, officialId } = ctx.actor;
    const place = placeOf(cursor);
    const rows: CaseSummaryRow[] = [];
    const believedIn = new Set<string>();
    for (const unitId of unitIds) {
      rows.push(...(await listForUnit(tx, { tenantId, unitId, officialId }, place, limit + 1)));
      if (await isSender(ctx, tx, { tenantId, unitId })) believedIn.add(unitId);
    }
    rows.push(...(await listEntrusted(tx, { tenantId, officialId, unitIds }, place, limit + 1)));
    const { items, nextCursor } = pageOf(rows.toSorted(newestFirst), limit, received);
    const cases = items.map((row) => {
      const { may, ...summary } = presentSummary(row, ctx.actor);
      return { ...summary, may: { ...may, claim: may.claim && believedIn.has(row.unitId) } };
    });
    return { cases, nextCursor };
  });

function newestFirst(one: CaseSummaryRow, other: CaseSummaryRow) {
  const [a, b] = [received(one), received(other)];
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}

import type { ChangeKind, ChangeScope } from "@dvd/domain/changes";
import type { AccountId, CaseId } from "@dvd/domain/ids";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { cases } from "../schema/cases.ts";
import { changeHeads, changes } from "../schema/changes.ts";
import type { ScopedTx } from "../tenant.ts";
import { type About, addCaseEvents } from "./case-events.ts";

type CaseScope = Pick<typeof cases.$inferSelect, "id" | "tenantId" | "citizenId" | "unitId">;

/**
 * Tells both sides of a case, in the transaction of the change, and keeps it in the case's history. Unit first, always:
 * one order of locks, no deadlock.
 */
export const noteChange = (tx: ScopedTx, kind: ChangeKind, of: CaseScope, about: About = {}) =>
  noteChanges(tx, kind, [of], about);

/** The same for several cases of one citizen: all units in the order of their ids, and only then the citizen. */
export async function noteChanges(tx: ScopedTx, kind: ChangeKind, all: readonly CaseScope[], about: About = {}) {
  const note = (scope: { kind: string; id: string }, of: CaseScope) =>
    tx.execute(
      sql`select note_change(${scope.kind}, ${scope.id}, ${of.tenantId}, ${of.citizenId}, ${kind}, ${of.id}, ${about.subjectId ?? null})`,
    );
  for (const of of all.toSorted((one, other) => (one.unitId < other.unitId ? -1 : 1)))
    await note({ kind: "unit", id: of.unitId }, of);
  for (const of of all) await note({ kind: "citizen", id: of.citizenId }, of);
  if (all.length > 0) await addCaseEvents(tx, kind, all, about);
}

/** `isTold`: false for what happened in a case after its reader has declared that they are biased in it. */
export type ChangeRow = { sequence: number; kind: ChangeKind; caseId: CaseId; isTold: boolean };

export const listChangesAfter = (
  tx: ScopedTx,
  scope: ChangeScope,
  reader: AccountId,
  after: number,
  count: number,
): Promise<ChangeRow[]> =>
  tx
    .select({
      sequence: changes.sequence,
      kind: changes.kind,
      caseId: changes.caseId,
      isTold: sql<boolean>`not exists (
        select 1 from recusals
        where recusals.case_id = changes.case_id and recusals.official_id = ${reader}
          and recusals.created_at < changes.created_at)`,
    })
    .from(changes)
    .where(and(eq(changes.scopeKind, scope.kind), eq(changes.scopeId, scope.id), gt(changes.sequence, after)))
    .orderBy(asc(changes.sequence))
    .limit(count);

export async function lastSequenceOf(tx: ScopedTx, scope: ChangeScope): Promise<number> {
  const [row] = await tx
    .select({ lastSequence: changeHeads.lastSequence })
    .from(changeHeads)
    .where(and(eq(changeHeads.scopeKind, scope.kind), eq(changeHeads.scopeId, scope.id)));
  return row?.lastSequence ?? 0;
}

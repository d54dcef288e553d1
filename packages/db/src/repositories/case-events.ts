import type { CaseEventKind } from "@dvd/domain/case/events";
import type { CaseId } from "@dvd/domain/ids";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { caseEvents } from "../schema/case-events.ts";
import type { cases } from "../schema/cases.ts";
import type { ScopedTx } from "../tenant.ts";

type CaseScope = Pick<typeof cases.$inferSelect, "id" | "tenantId" | "citizenId">;

const eventOf = ({ id: caseId, tenantId, citizenId }: CaseScope, kind: CaseEventKind, subjectId: string | null) => ({
  caseId,
  tenantId,
  citizenId,
  kind,
  // Whose transaction this is; the policy of the table agrees to nothing else.
  actor: sql`case when nullif(current_setting('app.tenant', true), '') is null then 'citizen' else 'official' end`,
  subjectId,
});

export const addCaseEvents = (
  tx: ScopedTx,
  kind: CaseEventKind,
  all: readonly CaseScope[],
  subjectId: string | null = null,
) => tx.insert(caseEvents).values(all.map((of) => eventOf(of, kind, subjectId)));

/** The first time that the authority fetches a document of the citizen; later times are in the audit only. */
export const noteOpening = (tx: ScopedTx, of: CaseScope, documentId: string) =>
  tx
    .insert(caseEvents)
    .values(eventOf(of, "document.opened", documentId))
    .onConflictDoNothing();

/** What happened in a case, in the order in which it happened, after a place in it. */
export const listCaseEvents = (tx: ScopedTx, caseId: CaseId, after: number, count: number) =>
  tx
    .select({
      id: caseEvents.id,
      kind: caseEvents.kind,
      actor: caseEvents.actor,
      subjectId: caseEvents.subjectId,
      at: caseEvents.createdAt,
    })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), gt(caseEvents.id, after)))
    .orderBy(asc(caseEvents.id))
    .limit(count);

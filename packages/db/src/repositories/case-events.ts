import type { CaseEventKind } from "@dvd/domain/case/events";
import type { CaseId, OfficialId } from "@dvd/domain/ids";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { caseEvents } from "../schema/case-events.ts";
import { officials } from "../schema/people.ts";
import type { cases } from "../schema/cases.ts";
import type { ScopedTx } from "../tenant.ts";

type CaseScope = Pick<typeof cases.$inferSelect, "id" | "tenantId" | "citizenId">;

/** What an event is about, and for whom a deputy has brought it about. */
export type About = { subjectId?: string; actingForId?: OfficialId | null };

const eventOf = ({ id: caseId, tenantId, citizenId }: CaseScope, kind: CaseEventKind, about: About) => ({
  caseId,
  tenantId,
  citizenId,
  kind,
  // Whose transaction this is; the policy of the table agrees to nothing else.
  actor: sql`case when nullif(current_setting('app.tenant', true), '') is null then 'citizen' else 'official' end`,
  ...about,
});

export const addCaseEvents = (tx: ScopedTx, kind: CaseEventKind, all: readonly CaseScope[], about: About = {}) =>
  tx.insert(caseEvents).values(all.map((of) => eventOf(of, kind, about)));

/** The first time that the authority fetches a document of the citizen; later times are in the audit only. */
export const noteOpening = (tx: ScopedTx, of: CaseScope, documentId: string) =>
  tx
    .insert(caseEvents)
    .values(eventOf(of, "document.opened", { subjectId: documentId }))
    .onConflictDoNothing();

/** What happened in a case, in the order in which it happened, after a place in it. */
export const listCaseEvents = (tx: ScopedTx, caseId: CaseId, after: number, count: number) =>
  tx
    .select({
      id: caseEvents.id,
      kind: caseEvents.kind,
      actor: caseEvents.actor,
      subjectId: caseEvents.subjectId,
      /** The sign of their post. A citizen's scope finds no official. */
      actingFor: officials.postSign,
      at: caseEvents.createdAt,
    })
    .from(caseEvents)
    .leftJoin(officials, eq(officials.id, caseEvents.actingForId))
    .where(and(eq(caseEvents.caseId, caseId), gt(caseEvents.id, after)))
    .orderBy(asc(caseEvents.id))
    .limit(count);

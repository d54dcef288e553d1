import type { CaseAction, CaseGroup } from "@dvd/domain/case/lifecycle";
import { canHappen, caseActions, caseGroups, runningStates } from "@dvd/domain/case/lifecycle";
import type { CopyState } from "@dvd/domain/copies";
import { DomainError } from "@dvd/domain/errors";
import type { CaseId, CitizenId, OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import type { RoutingDecision } from "@dvd/domain/routing/route";
import { and, asc, count, desc, eq, getTableColumns, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { cases } from "../schema/cases.ts";
import { deputyships } from "../schema/deputyships.ts";
import { tenants, units } from "../schema/directory.ts";
import { deputyGrants } from "../schema/mandates.ts";
import { threads } from "../schema/messages.ts";
import { germanToday } from "../schema/policies.ts";
import type { CitizenTx, ScopedTx, TenantTx } from "../tenant.ts";

export type CaseRow = typeof cases.$inferSelect;
/** With what the rules ask beside the row. */
export type KnownCase = CaseRow & { recusedIds: OfficialId[]; entrustedIds: OfficialId[] };

/** A scalar, so that the lists keep the order of their index. Empty in a citizen's scope. */
const recusedIds = sql<OfficialId[]>`array(select r.official_id from recusals r where r.case_id = cases.id)`;
/**
 * For whom whoever works on it now has signed a mandate, in a deputyship that runs today: what was handed over for one that
 * is over does not come back with the next one.
 */
const entrustedIds = sql<OfficialId[]>`array(select d.deputy_id from mandates m
  join deputyships d on d.id = m.deputyship_id and d.official_id = m.official_id
  where m.case_id = cases.id and d.official_id = cases.assigned_official_id
    and ${germanToday} between d.starts_on and d.ends_on)`;

type Draft = {
  id: CaseId;
  tenantId: TenantId;
  unitId: UnitId;
  citizenId: CitizenId;
  serviceKey: string;
  postalCode: string;
  scopeId: Uint8Array<ArrayBuffer>;
  routing: RoutingDecision;
};

/** Adds the draft, or says that a case with this id is already there. */
export async function insertDraft(tx: CitizenTx, draft: Draft, now: Date): Promise<CaseRow> {
  const [row] = await tx
    .insert(cases)
    .values({ ...draft, state: "DRAFT", keyGeneration: 1, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning();
  if (!row) throw new DomainError("case.exists");
  return row;
}

/** The case as this scope may see it; another authority's is "not found", in the same words as one that never was. */
export async function getCase(tx: ScopedTx, id: CaseId): Promise<KnownCase> {
  const [row] = await tx
    .select({ ...getTableColumns(cases), recusedIds, entrustedIds })
    .from(cases)
    .where(eq(cases.id, id));
  if (!row) throw new DomainError("case.not-found");
  return row;
}

type Move = { assignedOfficialId?: OfficialId | null; reference?: string; receivedAt?: Date; dueOn?: string };

/** A date to answer by belongs to waiting and ends with it. */
const dueOnAfter = (action: CaseAction, found: CaseRow) => (caseActions[action].to === "WAITING" ? found.dueOn : null);

/** Takes an action of the life-cycle table. Compare and set: whoever changed the row in between wins, we get a conflict. */
export async function moveCase(
  tx: ScopedTx,
  found: CaseRow,
  action: CaseAction,
  now: Date,
  move: Move = {},
): Promise<CaseRow> {
  if (!canHappen(action, found.state)) throw new DomainError("case.wrong-state");
  const [row] = await tx
    .update(cases)
    .set({
      dueOn: dueOnAfter(action, found),
      ...move,
      state: caseActions[action].to,
      version: found.version + 1,
      updatedAt: now,
    })
    .where(and(eq(cases.id, found.id), eq(cases.version, found.version)))
    .returning();
  if (!row) throw new DomainError("case.conflict");
  return row;
}

/** What somebody works on in a unit, held until the transaction ends. By id: two who release cannot block each other. */
export const holdAssigned = (tx: TenantTx, tenantId: TenantId, unitId: UnitId, officialId: OfficialId) =>
  tx
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.tenantId, tenantId),
        eq(cases.unitId, unitId),
        eq(cases.assignedOfficialId, officialId),
        inArray(cases.state, [...runningStates]),
      ),
    )
    .orderBy(asc(cases.id))
    .for("update");

/** Until the transaction ends, nobody else who asks for the same changes what hangs on this case. Nothing when it is not there. */
export const holdCase = (tx: TenantTx, tenantId: TenantId, id: CaseId) =>
  tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.tenantId, tenantId), eq(cases.id, id)))
    .for("no key update");

/** Something happened in the case that is no step of its life cycle: it moves up in the lists. */
export const touchCase = (tx: ScopedTx, id: CaseId, now: Date) =>
  tx.update(cases).set({ updatedAt: now }).where(eq(cases.id, id));

/** Nobody discards it until the transaction ends, and it may change. Discarded just now, it is as any that never was. */
export async function keepCase(tx: ScopedTx, id: CaseId) {
  const rows = await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, id)).for("key share");
  if (rows.length === 0) throw new DomainError("case.not-found");
}

/**
 * Whose draft it is, held until the transaction ends: nobody sends it meanwhile, or adds to it. Null when it is none any
 * more. The worker may see no more of a case than this.
 */
export async function holdDraft(tx: CitizenTx, id: CaseId) {
  const [row] = await tx
    .select({ tenantId: cases.tenantId })
    .from(cases)
    .where(and(eq(cases.id, id), eq(cases.state, "DRAFT")))
    .for("update");
  return row ?? null;
}

/** Gone with everything that hangs on it. False when it is no draft any more. */
export async function removeDraft(tx: CitizenTx, id: CaseId): Promise<boolean> {
  const removed = await tx
    .delete(cases)
    .where(and(eq(cases.id, id), eq(cases.state, "DRAFT")))
    .returning({ id: cases.id });
  return removed.length > 0;
}

/**
 * Every case of a citizen, held until the transaction ends: what is being sent or stored in one of them at this moment
 * comes before, and what is read afterwards stays as it is. By id, so that two who hold them cannot block each other.
 */
export const holdCases = (tx: CitizenTx, citizenId: CitizenId) =>
  tx
    .select({ id: cases.id, state: cases.state })
    .from(cases)
    .where(eq(cases.citizenId, citizenId))
    .orderBy(asc(cases.id))
    .for("update");

/** How many drafts a citizen has: each is a place for documents. */
export async function countDrafts(tx: CitizenTx, citizenId: CitizenId): Promise<number> {
  const [row] = await tx
    .select({ drafts: count() })
    .from(cases)
    .where(and(eq(cases.citizenId, citizenId), eq(cases.state, "DRAFT")));
  return row?.drafts ?? 0;
}

const summary = {
  id: cases.id,
  tenantId: cases.tenantId,
  unitId: cases.unitId,
  citizenId: cases.citizenId,
  reference: cases.reference,
  serviceKey: cases.serviceKey,
  unit: units.name,
  authority: tenants.name,
  state: cases.state,
  version: cases.version,
  assignedOfficialId: cases.assignedOfficialId,
  dueOn: cases.dueOn,
  citizenLeftAt: cases.citizenLeftAt,
  recusedIds,
  entrustedIds,
  /** A citizen's scope finds no official. */
  assigneeSign: sql<string | null>`(select o.post_sign from officials o where o.id = ${cases.assignedOfficialId})`,
  messages: threads.lastSequence,
  /** Of the last time that copies were asked for; a scalar, so that the lists keep the order of their index. */
  copy: sql<CopyState | null>`(select r.state from copy_requests r where r.case_id = ${cases.id}
    order by r.created_at desc, r.renewal_id desc limit 1)`,
  receivedAt: cases.receivedAt,
  updatedAt: cases.updatedAt,
};

const summaries = (tx: ScopedTx) =>
  tx
    .select(summary)
    .from(cases)
    .innerJoin(units, eq(units.id, cases.unitId))
    .innerJoin(tenants, eq(tenants.id, cases.tenantId))
    .leftJoin(threads, and(eq(threads.caseId, cases.id), eq(threads.kind, "CHAT")));

export type CaseSummaryRow = Awaited<ReturnType<typeof getSummary>>;

export async function getSummary(tx: ScopedTx, id: CaseId) {
  const [row] = await summaries(tx).where(eq(cases.id, id));
  if (!row) throw new DomainError("case.not-found");
  return row;
}

type Place = { at: Date; id: string };

/** Rows after a place in a list that is sorted by time and id, newest first. As a row comparison the index can seek it. */
const after = (column: typeof cases.updatedAt | typeof cases.receivedAt, place: Place | null): SQL | undefined =>
  place ? sql`(${column}, ${cases.id}) < (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)` : undefined;

export const listForCitizen = (
  tx: CitizenTx,
  citizenId: CitizenId,
  group: CaseGroup,
  place: Place | null,
  count: number,
) =>
  summaries(tx)
    .where(
      and(eq(cases.citizenId, citizenId), inArray(cases.state, [...caseGroups[group]]), after(cases.updatedAt, place)),
    )
    .orderBy(desc(cases.updatedAt), desc(cases.id))
    .limit(count);

type InboxOf = { tenantId: TenantId; unitId: UnitId; officialId: OfficialId };

/**
 * One unit at a time: the index of the inbox begins with tenant and unit, and several units at once would sort. Without the
 * cases in which the reader does not act because of bias.
 */
export const listForUnit = (
  tx: TenantTx,
  { tenantId, unitId, officialId }: InboxOf,
  place: Place | null,
  count: number,
) =>
  summaries(tx)
    .where(
      and(
        eq(cases.tenantId, tenantId),
        eq(cases.unitId, unitId),
        after(cases.receivedAt, place),
        sql`not (${officialId}::uuid = any (${recusedIds}))`,
      ),
    )
    .orderBy(desc(cases.receivedAt), desc(cases.id))
    .limit(count);

/** Cases of other units that were handed to this deputy, on the days on which they are one. */
export const listEntrusted = (
  tx: TenantTx,
  { tenantId, officialId, unitIds }: { tenantId: TenantId; officialId: OfficialId; unitIds: readonly UnitId[] },
  place: Place | null,
  count: number,
) =>
  summaries(tx)
    .where(
      and(
        eq(cases.tenantId, tenantId),
        notInArray(cases.unitId, [...unitIds]),
        inArray(
          cases.id,
          tx
            .select({ id: deputyGrants.caseId })
            .from(deputyGrants)
            .innerJoin(deputyships, eq(deputyships.id, deputyGrants.deputyshipId))
            .where(and(eq(deputyships.deputyId, officialId), eq(deputyships.officialId, cases.assignedOfficialId))),
        ),
        after(cases.receivedAt, place),
      ),
    )
    .orderBy(desc(cases.receivedAt), desc(cases.id))
    .limit(count);

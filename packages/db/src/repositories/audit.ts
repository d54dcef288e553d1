import { portalChain } from "@dvd/domain/audit/chain";
import type { AuditEvent } from "@dvd/domain/audit/events";
import type { CaseId, TenantId } from "@dvd/domain/ids";
import { and, asc, desc, eq, gte, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { type AuditActorKind, auditChain, auditCheckpoints, auditHeads, auditIntake } from "../schema/audit.ts";
import { tenants } from "../schema/directory.ts";
import type { CollectorTx, PublicTx, ScopedTx, TenantTx } from "../tenant.ts";

export type AuditEntry = {
  id: string;
  tenantId: TenantId | null;
  actor: { kind: AuditActorKind; id: string | null };
  correlationId: string;
  event: AuditEvent;
};

/** In the transaction of what it reports: no act without its record, no record without its act. */
export const appendAudit = (tx: ScopedTx | CollectorTx, entry: AuditEntry) =>
  tx.insert(auditIntake).values(rowOf(entry));

function rowOf({ id, tenantId, actor, correlationId, event }: AuditEntry) {
  const { type, ...facts } = event;
  const { caseId, documentId, messageId, ...payload }: Partial<Record<string, string | number | null>> = facts;
  return {
    id,
    tenantId,
    actorKind: actor.kind,
    actorId: actor.id,
    type,
    // The event's own type says that this is a case id; spreading the union forgets it.
    caseId: (caseId as CaseId | undefined) ?? null,
    objectId: String(documentId ?? messageId ?? "") || null,
    correlationId,
    payload: Object.fromEntries(
      Object.entries(payload).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, value]])),
    ),
  };
}

/** Records of class O: many at once, in no scope. The function takes only kinds that claim no act of a person. */
export const noteAudit = (db: Db, entries: readonly AuditEntry[]) => {
  const rows = entries.map(rowOf).map(({ payload: facts, ...row }) => ({ ...row, facts }));
  return db.execute(sql`select audit_note(${JSON.stringify(rows)}::jsonb)`);
};

/** Moves what waits into the chains; says how many records that were, in all chains together. */
export async function linkAudit(db: Db, limit: number): Promise<number> {
  const [row] = await db.execute<{ linked: string }>(sql`select audit_link(${limit}) as linked`);
  return Number(row?.linked ?? 0);
}

/** Every chain that can be: one of each authority, and the portal's own. */
export async function listChains(tx: PublicTx): Promise<TenantId[]> {
  const rows = await tx.select({ id: tenants.id }).from(tenants).orderBy(asc(tenants.id));
  return [portalChain, ...rows.map(({ id }) => id)];
}

export async function findHead(tx: TenantTx, tenantId: TenantId) {
  const [row] = await tx.select().from(auditHeads).where(eq(auditHeads.tenantId, tenantId));
  return row ?? null;
}
export type AuditHead = NonNullable<Awaited<ReturnType<typeof findHead>>>;

/** What came of checking the chain; null is good. */
export const noteCheck = (
  tx: TenantTx,
  tenantId: TenantId,
  { at, fault }: { at: Date; fault: { kind: string; seq: number } | null },
) =>
  tx
    .update(auditHeads)
    .set({ checkedAt: at, fault: fault?.kind ?? null, faultSeq: fault?.seq ?? null })
    .where(eq(auditHeads.tenantId, tenantId));

const linked = { seq: auditChain.seq, record: auditChain.record, link: auditChain.link };

/** As they were linked, from a number on. */
export const listLinked = (tx: TenantTx | CollectorTx, tenantId: TenantId, from: number, limit: number) =>
  tx
    .select(linked)
    .from(auditChain)
    .where(and(eq(auditChain.tenantId, tenantId), gte(auditChain.seq, from)))
    .orderBy(asc(auditChain.seq))
    .limit(limit);

/** The number of the newest record; zero while there is none. */
export async function findNewestSeq(tx: TenantTx | CollectorTx, tenantId: TenantId): Promise<number> {
  const [row] = await tx
    .select({ seq: auditChain.seq })
    .from(auditChain)
    .where(eq(auditChain.tenantId, tenantId))
    .orderBy(desc(auditChain.seq))
    .limit(1);
  return row?.seq ?? 0;
}

export type AuditFilter = {
  type?: string | undefined;
  actorId?: string | undefined;
  caseId?: string | undefined;
  /** Points in time as the records write them: the text sorts as the time does. */
  since?: string | undefined;
  until?: string | undefined;
};

/** For reading: the newest first, before a number. */
export const listNewest = (
  tx: TenantTx,
  tenantId: TenantId,
  filter: AuditFilter,
  before: number | undefined,
  limit: number,
) =>
  tx
    .select({ seq: auditChain.seq, record: auditChain.record })
    .from(auditChain)
    .where(and(eq(auditChain.tenantId, tenantId), ...conditionsOf(filter, before)))
    .orderBy(desc(auditChain.seq))
    .limit(limit);

const conditionsOf = ({ type, actorId, caseId, since, until }: AuditFilter, before: number | undefined): SQL[] => [
  ...(before === undefined ? [] : [lt(auditChain.seq, before)]),
  ...(type === undefined ? [] : [eq(auditChain.type, type)]),
  ...(actorId === undefined ? [] : [eq(auditChain.actorId, actorId)]),
  ...(caseId === undefined ? [] : [eq(auditChain.caseId, caseId)]),
  ...(since === undefined ? [] : [gte(auditChain.at, since)]),
  ...(until === undefined ? [] : [lt(auditChain.at, until)]),
];

/** Says whether this line has this number now: the same one again is fine, another one stays as it is. */
export async function keepCheckpoint(tx: TenantTx, row: typeof auditCheckpoints.$inferInsert): Promise<boolean> {
  await tx.insert(auditCheckpoints).values(row).onConflictDoNothing();
  const [kept] = await tx
    .select({ line: auditCheckpoints.line })
    .from(auditCheckpoints)
    .where(and(eq(auditCheckpoints.tenantId, row.tenantId), eq(auditCheckpoints.number, row.number)));
  return kept?.line === row.line;
}

export const listCheckpoints = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({ seq: auditCheckpoints.seq, kind: auditCheckpoints.kind, line: auditCheckpoints.line })
    .from(auditCheckpoints)
    .where(eq(auditCheckpoints.tenantId, tenantId))
    .orderBy(asc(auditCheckpoints.number));

export async function findNewestCheckpoint(tx: TenantTx, tenantId: TenantId) {
  const [row] = await tx
    .select({ seq: auditCheckpoints.seq, at: auditCheckpoints.createdAt })
    .from(auditCheckpoints)
    .where(and(eq(auditCheckpoints.tenantId, tenantId), eq(auditCheckpoints.kind, "CHECKPOINT")))
    .orderBy(desc(auditCheckpoints.seq))
    .limit(1);
  return row ?? null;
}

/** The last record that is older than this, and the link after which the chain would go on without it. */
export async function findLastBefore(tx: TenantTx, tenantId: TenantId, before: string, below: number) {
  const [row] = await tx
    .select({ seq: auditChain.seq, link: auditChain.link })
    .from(auditChain)
    .where(and(eq(auditChain.tenantId, tenantId), lte(auditChain.at, before), lt(auditChain.seq, below)))
    .orderBy(desc(auditChain.seq))
    .limit(1);
  return row ?? null;
}

export const pruneChain = (tx: TenantTx, tenantId: TenantId, seq: number) =>
  tx.execute(sql`select audit_prune(${tenantId}, ${seq})`);

/** Held until the transaction ends: one worker at a time signs. The number is ours alone. */
export const lockCheckpoints = (tx: TenantTx) => tx.execute(sql`select pg_advisory_xact_lock(7_236_002)`);

/** Over all chains together, for metrics: every process counts into the same numbers. */
export async function countAudit(db: Db) {
  const [row] = await db.execute<Record<CountName, string | number>>(
    sql`select written, dropped, waiting, waiting_seconds, unsigned_seconds, faults from audit_counts()`,
  );
  const count = (name: CountName) => Number(row?.[name] ?? 0);
  return {
    written: count("written"),
    dropped: count("dropped"),
    waiting: count("waiting"),
    waitingSeconds: count("waiting_seconds"),
    unsignedSeconds: count("unsigned_seconds"),
    faults: count("faults"),
  };
}
type CountName = "written" | "dropped" | "waiting" | "waiting_seconds" | "unsigned_seconds" | "faults";

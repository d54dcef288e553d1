import type { AuditEvent } from "@dvd/domain/audit/events";
import type { CaseId, TenantId } from "@dvd/domain/ids";
import { type AuditActorKind, auditIntake } from "../schema/audit.ts";
import type { ScopedTx } from "../tenant.ts";

export type AuditEntry = {
  id: string;
  tenantId: TenantId | null;
  actor: { kind: AuditActorKind; id: string | null };
  correlationId: string;
  event: AuditEvent;
};

/** In the transaction of what it reports: no act without its record, no record without its act. */
export async function appendAudit(tx: ScopedTx, { id, tenantId, actor, correlationId, event }: AuditEntry) {
  const { type, ...facts } = event;
  const { caseId, documentId, messageId, ...payload }: Partial<Record<string, string | number>> = facts;
  await tx.insert(auditIntake).values({
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
      Object.entries(payload).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
  });
}

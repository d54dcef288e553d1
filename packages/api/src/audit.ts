import { appendAudit } from "@dvd/db/repositories/audit";
import type { ScopedTx } from "@dvd/db/tenant";
import { accountIdOf } from "@dvd/domain/actor";
import type { AuditEvent } from "@dvd/domain/audit/events";
import type { TenantId } from "@dvd/domain/ids";
import { type ActorCtx, newId } from "./context.ts";

/** Reports what the actor of this request does, in the transaction in which it is done. */
export const record = (ctx: Omit<ActorCtx, "transact">, tx: ScopedTx, tenantId: TenantId | null, event: AuditEvent) =>
  appendAudit(tx, {
    id: newId(ctx),
    tenantId,
    actor: { kind: ctx.actor.kind, id: accountIdOf(ctx.actor) },
    correlationId: ctx.correlationId,
    event,
  });

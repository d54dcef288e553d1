import type { Logger } from "@dvd/config/log";
import type { Db } from "@dvd/db/client";
import { type AuditEntry, noteAudit } from "@dvd/db/repositories/audit";
import type { Actor } from "@dvd/domain/actor";
import { accountIdOf } from "@dvd/domain/actor";
import type { OperationalEvent } from "@dvd/domain/audit/events";
import { uuidv7 } from "@dvd/domain/ids";
import type { Bytes } from "../wire.ts";

/** Records of class O. Taking one never waits and never fails. */
export type OperationalAudit = {
  note(of: { actor: Actor | null; correlationId: string }, event: OperationalEvent): void;
  /** Everything that was taken before is in the database when it resolves, or counted as lost. */
  flush(): Promise<void>;
};

const usual = {
  /** Then the oldest goes: what happens now says more about a flood than how it began. */
  capacity: 8_000,
  batch: 200,
  delayMs: 50,
  /** While the database is away. */
  retryMs: 1_000,
};

type AuditWriterDeps = { db: Db; now: () => Date; randomBytes: (length: number) => Bytes; log: Logger };

/**
 * One batch is under way at a time, so a slow database makes the waiting ones grow and not the number of its
 * connections. What does not fit is dropped, and the chain itself says how many were.
 */
export function openOperationalAudit(deps: AuditWriterDeps, limits = usual): OperationalAudit {
  let waiting: AuditEntry[] = [];
  let dropped = 0;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** The last write failed: the timer decides when there is another one, however much comes meanwhile. */
  let isAway = false;

  const entry = (
    tenantId: AuditEntry["tenantId"],
    actor: AuditEntry["actor"],
    correlationId: string,
    event: OperationalEvent,
  ): AuditEntry => ({ id: uuidv7(deps.now(), deps.randomBytes(10)), tenantId, actor, correlationId, event });

  function drop() {
    const excess = waiting.length - limits.capacity;
    if (excess <= 0) return;
    for (const { event } of waiting.splice(0, excess)) dropped += event.type === "audit.gap" ? event.dropped : 1;
  }

  function take(): AuditEntry[] {
    const batch = waiting.splice(0, limits.batch);
    if (dropped === 0) return batch;
    const gap = entry(null, { kind: "system", id: null }, "gap", { type: "audit.gap", dropped });
    dropped = 0;
    return [gap, ...batch];
  }

  async function write() {
    const batch = take();
    try {
      await noteAudit(deps.db, batch);
    } catch (error) {
      deps.log.event("audit.failed", { error });
      // The same ids again: what did arrive is not written twice.
      waiting.unshift(...batch);
      drop();
      throw error;
    }
  }

  const isEmpty = () => waiting.length === 0 && dropped === 0;
  async function tryAll() {
    try {
      while (!isEmpty()) await write();
      isAway = false;
    } catch {
      isAway = true;
      later(limits.retryMs);
    }
  }

  function start(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing ??= tryAll().finally(() => {
      writing = undefined;
    });
    return writing;
  }

  function later(ms: number) {
    timer ??= setTimeout(() => void start(), ms).unref();
  }

  return {
    note({ actor, correlationId }, event) {
      const tenantId = actor?.kind === "official" ? actor.tenantId : null;
      const who = actor ? { kind: actor.kind, id: accountIdOf(actor) } : { kind: "system" as const, id: null };
      waiting.push(entry(tenantId, who, correlationId, event));
      drop();
      if (writing || timer) {
        if (waiting.length >= limits.batch && !writing && !isAway) void start();
        return;
      }
      later(limits.delayMs);
    },
    flush: start,
  };
}

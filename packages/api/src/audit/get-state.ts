import { findHead, findNewestCheckpoint } from "@dvd/db/repositories/audit";
import { chainFaults } from "@dvd/domain/audit/chain";
import { assertCan } from "@dvd/domain/verdict";
import { tenantCan } from "@dvd/domain/tenant/policy";
import type { OfficialCtx } from "../context.ts";

/** What the worker found when it looked at the chain last. Proof is with dvd-audit, which needs nobody's word. */
export const getState = (ctx: OfficialCtx) =>
  ctx.transact(async (tx) => {
    assertCan(tenantCan("readAudit", ctx.actor));
    const { tenantId } = ctx.actor;
    const head = await findHead(tx, tenantId);
    const newest = await findNewestCheckpoint(tx, tenantId);
    const kind = chainFaults.find((fault) => fault === head?.fault);
    return {
      chain: tenantId,
      records: head?.seq ?? 0,
      checkedAt: head?.checkedAt?.toISOString() ?? null,
      signed: newest && { upTo: newest.seq, at: newest.at.toISOString() },
      fault: kind ? { kind, seq: head?.faultSeq ?? 0 } : null,
    };
  });

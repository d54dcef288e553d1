import {
  appendAudit,
  findHead,
  findLastBefore,
  findNewestCheckpoint,
  lockCheckpoints,
  pruneChain,
} from "@dvd/db/repositories/audit";
import type { TenantTx } from "@dvd/db/tenant";
import type { TenantId } from "@dvd/domain/ids";
import { newId } from "../context.ts";
import { verifyCheckpoints } from "./checkpoint.ts";
import { type AuditDeps, type AuditKeeper, enterLine, forEachChain } from "./sign-checkpoints.ts";

/**
 * Removes what is older than it may be. The signed record of it is written outside before the first row goes: whoever
 * checks later knows after which record the chain goes on, and that nobody else has shortened it.
 */
export async function pruneAudit(deps: AuditDeps, keeper: AuditKeeper, months: number): Promise<void> {
  const limit = deps.now();
  limit.setUTCMonth(limit.getUTCMonth() - months);
  await forEachChain(deps, (tx, chain) => prune(deps, keeper, tx, chain, limit));
}

async function prune(deps: AuditDeps, keeper: AuditKeeper, tx: TenantTx, chain: TenantId, limit: Date) {
  await lockCheckpoints(tx);
  const head = await findHead(tx, chain);
  const signed = await findNewestCheckpoint(tx, chain);
  // What nobody has signed yet stays, and so does everything of a chain in which something is wrong.
  if (!head || !signed || head.fault !== null) return;
  const last = await findLastBefore(tx, chain, limit.toISOString(), signed.seq);
  if (!last) return;
  const written = await verifyCheckpoints(await keeper.files.lines(chain), chain, keeper.keys);
  const line = await enterLine(deps, keeper, tx, { kind: "PRUNED", chain, place: last, written });
  await pruneChain(tx, chain, last.seq);
  await appendAudit(tx, {
    id: newId(deps),
    tenantId: chain,
    actor: { kind: "system", id: null },
    correlationId: "retention",
    event: { type: "audit.pruned", upTo: last.seq },
  });
  await keeper.files.append(chain, line);
  deps.log.event("audit.pruned", { chain, size: last.seq });
}

import type { CollectorTokenId, OfficialId, TenantId } from "@dvd/domain/ids";
import { and, asc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { collectorTokens } from "../schema/collectors.ts";
import { officials } from "../schema/people.ts";
import type { CollectorTx, TenantTx } from "../tenant.ts";

export const addCollectorToken = (tx: TenantTx, row: typeof collectorTokens.$inferInsert) =>
  tx.insert(collectorTokens).values(row);

const isKept = isNull(collectorTokens.revokedAt);

/** Those that hold, and those that are over and that nobody has cleared away yet. */
export const listCollectorTokens = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({
      tokenId: collectorTokens.id,
      tail: collectorTokens.tail,
      madeBy: officials.postSign,
      createdAt: collectorTokens.createdAt,
      expiresAt: collectorTokens.expiresAt,
      usedOn: collectorTokens.usedOn,
      refusedOn: collectorTokens.refusedOn,
    })
    .from(collectorTokens)
    .innerJoin(officials, eq(officials.id, collectorTokens.createdBy))
    .where(and(eq(collectorTokens.tenantId, tenantId), isKept))
    .orderBy(asc(collectorTokens.createdAt), asc(collectorTokens.id));

/** How many could be used now. */
export const countCollectorTokens = (tx: TenantTx, tenantId: TenantId, now: Date) =>
  tx.$count(collectorTokens, and(eq(collectorTokens.tenantId, tenantId), isKept, gt(collectorTokens.expiresAt, now)));

/** False when it is not there or was revoked before. */
export async function revokeCollectorToken(tx: TenantTx, tenantId: TenantId, id: CollectorTokenId, now: Date) {
  const revoked = await tx
    .update(collectorTokens)
    .set({ revokedAt: now })
    .where(and(eq(collectorTokens.tenantId, tenantId), eq(collectorTokens.id, id), isKept))
    .returning({ id: collectorTokens.id });
  return revoked.length > 0;
}

/** Every one that somebody has made: they may have kept it. */
export const revokeCollectorTokensBy = (tx: TenantTx, tenantId: TenantId, createdBy: OfficialId, now: Date) =>
  tx
    .update(collectorTokens)
    .set({ revokedAt: now })
    .where(and(eq(collectorTokens.tenantId, tenantId), eq(collectorTokens.createdBy, createdBy), isKept))
    .returning({ tokenId: collectorTokens.id });

export type KnownCollector = { tokenId: CollectorTokenId; tenantId: TenantId; isAlive: boolean };

/** Whose token this is, before there is a scope; null for one that never was. */
export async function findCollector(db: Db, tokenHash: Uint8Array): Promise<KnownCollector | null> {
  const [row] = await db.execute<{ token_id: CollectorTokenId; tenant_id: TenantId; is_alive: boolean }>(
    sql`select token_id, tenant_id, is_alive from identity_collector(${Buffer.from(tokenHash)})`,
  );
  return row ? { tokenId: row.token_id, tenantId: row.tenant_id, isAlive: row.is_alive } : null;
}

/** True the first time on a day, and whenever it reads further back than it has on that day. */
export async function noteCollectorUse(tx: CollectorTx, id: CollectorTokenId, use: { on: string; after: number }) {
  const { usedOn, readFrom } = collectorTokens;
  const noted = await tx
    .update(collectorTokens)
    .set({ usedOn: use.on, readFrom: use.after })
    .where(and(eq(collectorTokens.id, id), or(isNull(usedOn), ne(usedOn, use.on), gt(readFrom, use.after))))
    .returning({ id: collectorTokens.id });
  return noted.length > 0;
}

/** True the first time on a day. */
export async function noteCollectorRefusal(tx: CollectorTx, id: CollectorTokenId, on: string) {
  const { refusedOn } = collectorTokens;
  const noted = await tx
    .update(collectorTokens)
    .set({ refusedOn: on })
    .where(and(eq(collectorTokens.id, id), or(isNull(refusedOn), ne(refusedOn, on))))
    .returning({ id: collectorTokens.id });
  return noted.length > 0;
}

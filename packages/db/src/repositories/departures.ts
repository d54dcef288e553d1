import { runningStates } from "@dvd/domain/case/lifecycle";
import type { OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { cases } from "../schema/cases.ts";
import { officials, tenantRoles, unitDepartures, unitMembers } from "../schema/people.ts";
import type { TenantTx } from "../tenant.ts";

/** How somebody leaves a unit or the authority, and what that leaves behind. By an admin, never by themselves. */

/** False when they are not there, or were removed before. From then on no request of theirs is answered. */
export async function markRemoved(tx: TenantTx, tenantId: TenantId, officialId: OfficialId, now: Date) {
  const removed = await tx
    .update(officials)
    .set({ removedAt: now })
    .where(and(eq(officials.tenantId, tenantId), eq(officials.id, officialId), isNull(officials.removedAt)))
    .returning({ id: officials.id });
  return removed.length > 0;
}

/** Of somebody who was removed: ends their sessions and deletes what only they could open. Returns how many ended. */
export async function forgetOfficial(tx: TenantTx, officialId: OfficialId): Promise<number> {
  const [row] = await tx.execute<{ ended: number }>(sql`select identity_forget_official(${officialId}) as ended`);
  return row?.ended ?? 0;
}

/** By id, the same for all who hold more than one unit: two of them cannot wait for each other. */
export async function listUnitIdsOf(tx: TenantTx, tenantId: TenantId, officialId: OfficialId): Promise<UnitId[]> {
  const rows = await tx
    .select({ unitId: unitMembers.unitId })
    .from(unitMembers)
    .where(and(eq(unitMembers.tenantId, tenantId), eq(unitMembers.officialId, officialId)))
    .orderBy(asc(unitMembers.unitId));
  return rows.map(({ unitId }) => unitId);
}

export const takeAllRoles = (tx: TenantTx, tenantId: TenantId, officialId: OfficialId) =>
  tx
    .delete(tenantRoles)
    .where(and(eq(tenantRoles.tenantId, tenantId), eq(tenantRoles.officialId, officialId)))
    .returning({ role: tenantRoles.role });

/** That they left with this key. Whoever comes back and leaves again with the same one is there already. */
export const addDeparture = (tx: TenantTx, row: typeof unitDepartures.$inferInsert) =>
  tx.insert(unitDepartures).values(row).onConflictDoNothing();

export const listDepartures = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({ unitId: unitDepartures.unitId, officialId: unitDepartures.officialId, epoch: unitDepartures.epoch })
    .from(unitDepartures)
    .where(eq(unitDepartures.tenantId, tenantId));

/** How many running cases somebody has in hand, by unit. */
export const countAssigned = (tx: TenantTx, tenantId: TenantId, officialId: OfficialId) =>
  tx
    .select({ unitId: cases.unitId, count: count() })
    .from(cases)
    .where(
      and(
        eq(cases.tenantId, tenantId),
        eq(cases.assignedOfficialId, officialId),
        inArray(cases.state, [...runningStates]),
      ),
    )
    .groupBy(cases.unitId);

import type { TenantId, UnitId } from "@dvd/domain/ids";
import { and, eq, ne, sql } from "drizzle-orm";
import { units } from "../schema/directory.ts";
import type { AnyTx, TenantTx } from "../tenant.ts";

/** Units of an authority that exists. An admin makes, renames and closes them; nobody removes one. */

const isThis = (tenantId: TenantId, unitId: UnitId) => and(eq(units.tenantId, tenantId), eq(units.id, unitId));

export async function findUnit(tx: AnyTx, tenantId: TenantId, unitId: UnitId) {
  const [row] = await tx
    .select({ name: units.name, closedAt: units.closedAt })
    .from(units)
    .where(isThis(tenantId, unitId));
  return row ?? null;
}

/** By another one of this authority, however it is spelt. For whoever holds the names. */
export const isNameTaken = async (tx: TenantTx, tenantId: TenantId, name: string, unitId: UnitId): Promise<boolean> =>
  (await tx.$count(
    units,
    and(eq(units.tenantId, tenantId), eq(sql`lower(name)`, sql`lower(${name})`), ne(units.id, unitId)),
  )) > 0;

export const addUnit = (tx: TenantTx, row: { id: UnitId; tenantId: TenantId; name: string }) =>
  tx.insert(units).values(row);

export const renameUnit = (tx: TenantTx, tenantId: TenantId, unitId: UnitId, name: string) =>
  tx.update(units).set({ name }).where(isThis(tenantId, unitId));

/** Null opens it again. */
export const setClosed = (tx: TenantTx, tenantId: TenantId, unitId: UnitId, closedAt: Date | null) =>
  tx.update(units).set({ closedAt }).where(isThis(tenantId, unitId));

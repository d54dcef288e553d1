import { DomainError } from "@dvd/domain/errors";
import type { TenantId, UnitId } from "@dvd/domain/ids";
import type { Place } from "@dvd/domain/routing/place";
import type { PublishedRules } from "@dvd/domain/routing/rule";
import { and, asc, desc, eq, getTableColumns, gt, isNull, lt, max, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  places,
  routingRuleSets,
  services,
  type StatementKind,
  statements,
  tenants,
  units,
} from "../schema/directory.ts";
import { keyLogEntries } from "../schema/key-log.ts";
import type { AnyTx } from "../tenant.ts";

// What an entry is found by is no part of it.
const { search: _search, ...entryColumns } = getTableColumns(services);

export const listServices = (tx: AnyTx) => tx.select(entryColumns).from(services).orderBy(asc(services.slug));

export async function getService(tx: AnyTx, key: string) {
  const [row] = await tx.select(entryColumns).from(services).where(eq(services.key, key));
  if (!row) throw new DomainError("service.not-found");
  return row;
}

/** The newest published rules of every authority. */
export const listPublishedRules = (tx: AnyTx): Promise<PublishedRules[]> =>
  tx
    .selectDistinctOn([routingRuleSets.tenantId], {
      tenantId: routingRuleSets.tenantId,
      version: routingRuleSets.version,
      rules: routingRuleSets.rules,
    })
    .from(routingRuleSets)
    .orderBy(routingRuleSets.tenantId, desc(routingRuleSets.version));

/** The municipalities that share a postal code; all places without one. */
export const listPlaces = (tx: AnyTx, postalCode?: string): Promise<Place[]> =>
  tx
    .select()
    .from(places)
    .where(postalCode === undefined ? undefined : eq(places.postalCode, postalCode))
    .orderBy(asc(places.postalCode), asc(places.ars));

export async function getTenant(tx: AnyTx, id: TenantId) {
  const [row] = await tx.select().from(tenants).where(eq(tenants.id, id));
  if (!row) throw new DomainError("authority.not-found");
  return row;
}

export const listOffices = (tx: AnyTx) =>
  tx
    .select({ tenantId: units.tenantId, unitId: units.id, unit: units.name, authority: tenants.name })
    .from(units)
    .innerJoin(tenants, eq(tenants.id, units.tenantId))
    .where(isNull(units.closedAt))
    .orderBy(asc(tenants.name), asc(units.name));

export async function getOfficeNames(tx: AnyTx, unitId: UnitId) {
  const [row] = await tx
    .select({ authority: tenants.name, unit: units.name })
    .from(units)
    .innerJoin(tenants, eq(tenants.id, units.tenantId))
    .where(eq(units.id, unitId));
  if (!row) throw new DomainError("authority.not-found");
  return row;
}

/**
 * What counts of what an authority has signed, as far as it stands in the first `logSize` places of the public log: of
 * each kind, and of each unit, the newest. Receipt keys replace nothing: those of the past prove the receipts of the past.
 */
export function listStatements(tx: AnyTx, tenantId: TenantId, logSize: number) {
  const newer = alias(statements, "newer");
  const newerEntries = alias(keyLogEntries, "newer_entries");
  const replaced = tx
    .select({ id: newer.id })
    .from(newer)
    .innerJoin(newerEntries, eq(newerEntries.statementId, newer.id))
    .where(
      and(
        eq(newer.tenantId, statements.tenantId),
        eq(newer.kind, statements.kind),
        sql`${newer.unitId} is not distinct from ${statements.unitId}`,
        gt(newer.sequence, statements.sequence),
        lt(newerEntries.index, logSize),
      ),
    );
  return tx
    .select({
      payload: statements.payload,
      signature: statements.signature,
      index: keyLogEntries.index,
    })
    .from(statements)
    .innerJoin(keyLogEntries, eq(keyLogEntries.statementId, statements.id))
    .where(
      and(
        eq(statements.tenantId, tenantId),
        lt(keyLogEntries.index, logSize),
        or(eq(statements.kind, "receipt-key"), notExists(replaced)),
      ),
    )
    .orderBy(asc(keyLogEntries.index));
}

/** The number of the newest head, 0 for none, and every statement about units. */
export async function statementsForHead(tx: AnyTx, tenantId: TenantId) {
  const ofKind = (kind: StatementKind) => and(eq(statements.tenantId, tenantId), eq(statements.kind, kind));
  const [head] = await tx
    .select({ newest: max(statements.sequence) })
    .from(statements)
    .where(ofKind("directory-head"));
  const aboutUnits = await tx
    .select({ payload: statements.payload })
    .from(statements)
    .where(or(ofKind("unit-key"), ofKind("members")))
    .orderBy(asc(statements.sequence));
  return { newestHead: head?.newest ?? 0, payloads: aboutUnits.map(({ payload }) => payload) };
}

/** The statement that names the unit's newest key among what stands in the first `logSize` places of the public log. */
export async function findUnitKeyStatement(tx: AnyTx, tenantId: TenantId, unitId: UnitId, logSize: number) {
  const [row] = await tx
    .select({ payload: statements.payload, signature: statements.signature })
    .from(statements)
    .innerJoin(keyLogEntries, eq(keyLogEntries.statementId, statements.id))
    .where(
      and(
        eq(statements.tenantId, tenantId),
        eq(statements.unitId, unitId),
        eq(statements.kind, "unit-key"),
        lt(keyLogEntries.index, logSize),
      ),
    )
    .orderBy(desc(statements.epoch), desc(statements.sequence))
    .limit(1);
  return row ?? null;
}

import { DomainError } from "@dvd/domain/errors";
import type { TenantId, UnitId } from "@dvd/domain/ids";
import type { PublishedRules } from "@dvd/domain/routing/route";
import { and, asc, desc, eq, inArray, ne, or } from "drizzle-orm";
import { routingRuleSets, services, statements, tenants, units } from "../schema/directory.ts";
import type { AnyTx } from "../tenant.ts";

export const listServices = (tx: AnyTx) => tx.select().from(services).orderBy(asc(services.slug));

export async function getService(tx: AnyTx, key: string) {
  const [row] = await tx.select().from(services).where(eq(services.key, key));
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

export async function getTenant(tx: AnyTx, id: TenantId) {
  const [row] = await tx.select().from(tenants).where(eq(tenants.id, id));
  if (!row) throw new DomainError("authority.not-found");
  return row;
}

export async function getOfficeNames(tx: AnyTx, unitId: UnitId) {
  const [row] = await tx
    .select({ authority: tenants.name, unit: units.name })
    .from(units)
    .innerJoin(tenants, eq(tenants.id, units.tenantId))
    .where(eq(units.id, unitId));
  if (!row) throw new DomainError("authority.not-found");
  return row;
}

/** All of an authority's statements, oldest first, but of its heads only the newest: readers refuse more than one. */
export function listStatements(tx: AnyTx, tenantId: TenantId) {
  const newestHead = tx
    .select({ id: statements.id })
    .from(statements)
    .where(and(eq(statements.tenantId, tenantId), eq(statements.kind, "directory-head")))
    .orderBy(desc(statements.sequence))
    .limit(1);
  return tx
    .select({ payload: statements.payload, signature: statements.signature })
    .from(statements)
    .where(
      and(
        eq(statements.tenantId, tenantId),
        or(ne(statements.kind, "directory-head"), inArray(statements.id, newestHead)),
      ),
    )
    .orderBy(asc(statements.createdAt), asc(statements.sequence));
}

/** The statement that names the unit's newest key. */
export async function findUnitKeyStatement(tx: AnyTx, tenantId: TenantId, unitId: UnitId) {
  const [row] = await tx
    .select({ payload: statements.payload, signature: statements.signature })
    .from(statements)
    .where(and(eq(statements.tenantId, tenantId), eq(statements.unitId, unitId), eq(statements.kind, "unit-key")))
    .orderBy(desc(statements.epoch), desc(statements.sequence))
    .limit(1);
  return row ?? null;
}

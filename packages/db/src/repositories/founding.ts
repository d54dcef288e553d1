import type { OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import type { Place } from "@dvd/domain/routing/place";
import { termsOf } from "@dvd/domain/search/search-index";
import type { Service } from "@dvd/domain/service/service";
import { eq, max } from "drizzle-orm";
import type { Db } from "../client.ts";
import { places, routingRuleSets, searchWords, services, statements, tenants, units } from "../schema/directory.ts";
import { officials, tenantRoles, unitMembers, unitSeedGrants } from "../schema/people.ts";
import { withTenant } from "../tenant.ts";
import { serviceRow } from "./search.ts";

/**
 * How an authority comes into being. Runs with the owner's connection, because the application itself can neither
 * invent authorities nor officials.
 */
export const hasAuthorities = async (db: Db) => (await db.select({ id: tenants.id }).from(tenants).limit(1)).length > 0;

/** Publishes services of the catalogue, new ones and changed ones. None goes away: cases refer to them. */
export async function putServices(db: Db, entries: readonly Service[]) {
  for (const entry of entries) {
    const { key, ...row } = serviceRow(entry);
    await db
      .insert(services)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: services.key, set: row });
    // Words that nobody uses any more stay: they only cost a look at them.
    const words = [...termsOf(entry).keys()].map((word) => ({ word }));
    await db.insert(searchWords).values(words).onConflictDoNothing();
  }
}

/** Publishes the list of places as a whole: one that is gone must not lead anybody to an office any more. */
export const replacePlaces = (db: Db, rows: readonly Place[]) =>
  db.transaction(async (tx) => {
    await tx.delete(places);
    if (rows.length > 0) await tx.insert(places).values([...rows]);
  });

export async function addTenant(db: Db, tenant: typeof tenants.$inferInsert, unitRows: (typeof units.$inferInsert)[]) {
  await db.insert(tenants).values(tenant);
  await db.insert(units).values(unitRows);
}

export async function tenantIdOf(db: Db, slug: string): Promise<TenantId> {
  const [row] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug));
  if (!row) throw new Error("there is no such authority");
  return row.id;
}

export const addOfficial = (
  db: Db,
  row: { id: OfficialId; tenantId: TenantId; subjectHash: Uint8Array<ArrayBuffer>; postSign: string },
) => db.insert(officials).values(row);

export const addTenantRole = (db: Db, row: typeof tenantRoles.$inferInsert) => db.insert(tenantRoles).values(row);

export const addMembers = (db: Db, rows: (typeof unitMembers.$inferInsert)[]) => db.insert(unitMembers).values(rows);

export const addStatement = (db: Pick<Db, "insert">, row: typeof statements.$inferInsert) =>
  db.insert(statements).values(row);

/** Version of the rules that count, 0 before the first. */
export async function newestRulesVersion(db: Pick<Db, "select">, tenantId: TenantId): Promise<number> {
  const [row] = await db
    .select({ version: max(routingRuleSets.version) })
    .from(routingRuleSets)
    .where(eq(routingRuleSets.tenantId, tenantId));
  return row?.version ?? 0;
}

export const addRuleSet = (db: Pick<Db, "insert">, row: typeof routingRuleSets.$inferInsert) =>
  db.insert(routingRuleSets).values(row);

type SeedGrant = {
  tenantId: TenantId;
  unitId: UnitId;
  epoch: number;
  officialId: OfficialId;
  recipientKeyId: Uint8Array<ArrayBuffer>;
  envelope: Uint8Array<ArrayBuffer>;
};

export const addSeedGrant = (db: Db, grant: SeedGrant) =>
  withTenant(db, { tenantId: grant.tenantId }, (tx) => tx.insert(unitSeedGrants).values(grant));

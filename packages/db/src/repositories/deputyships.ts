import type { DeputyshipId, OfficialId, TenantId } from "@dvd/domain/ids";
import { and, asc, eq, gte, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "../client.ts";
import { deputyships } from "../schema/deputyships.ts";
import { officials } from "../schema/people.ts";
import type { TenantTx } from "../tenant.ts";

export type DeputyshipRow = typeof deputyships.$inferSelect;

export const addDeputyship = (tx: TenantTx, row: typeof deputyships.$inferInsert) => tx.insert(deputyships).values(row);

const deputies = alias(officials, "deputies");

/** Those that run or are to come, of the whole authority or with this person in them, the next one to end first. */
export const listDeputyships = (tx: TenantTx, tenantId: TenantId, today: string, of: OfficialId | "all") =>
  tx
    .select({
      id: deputyships.id,
      officialId: deputyships.officialId,
      deputyId: deputyships.deputyId,
      postSign: officials.postSign,
      deputySign: deputies.postSign,
      startsOn: deputyships.startsOn,
      endsOn: deputyships.endsOn,
    })
    .from(deputyships)
    .innerJoin(officials, eq(officials.id, deputyships.officialId))
    .innerJoin(deputies, eq(deputies.id, deputyships.deputyId))
    .where(
      and(
        eq(deputyships.tenantId, tenantId),
        gte(deputyships.endsOn, today),
        of === "all" ? undefined : or(eq(deputyships.officialId, of), eq(deputyships.deputyId, of)),
      ),
    )
    .orderBy(asc(deputyships.endsOn), asc(deputyships.id));

export async function findDeputyship(tx: TenantTx, tenantId: TenantId, id: DeputyshipId) {
  const [row] = await tx
    .select()
    .from(deputyships)
    .where(and(eq(deputyships.tenantId, tenantId), eq(deputyships.id, id)));
  return row ?? null;
}

/** Null when it is over or was ended meanwhile. */
export async function removeDeputyship(tx: TenantTx, id: DeputyshipId): Promise<DeputyshipRow | null> {
  const [row] = await tx.delete(deputyships).where(eq(deputyships.id, id)).returning();
  return row ?? null;
}

/** Of those that somebody has named: what is over says nothing any more. */
export const forgetOver = (tx: TenantTx, tenantId: TenantId, officialId: OfficialId, today: string) =>
  tx
    .delete(deputyships)
    .where(
      and(eq(deputyships.tenantId, tenantId), eq(deputyships.officialId, officialId), lt(deputyships.endsOn, today)),
    );

/** The same in the whole portal, by the clock of the database, with all that was sealed for them. How many rows went. */
export async function sweepDeputyships(db: Db): Promise<number> {
  const [row] = await db.execute<{ swept: number }>(sql`select sweep_deputyships() as swept`);
  return row?.swept ?? 0;
}

/** Those of this person whose two people are in no unit together any more. */
export const removeUnshared = (tx: TenantTx, tenantId: TenantId, of: OfficialId): Promise<DeputyshipRow[]> =>
  tx
    .delete(deputyships)
    .where(
      and(
        eq(deputyships.tenantId, tenantId),
        or(eq(deputyships.officialId, of), eq(deputyships.deputyId, of)),
        sql`not exists (
          select 1 from unit_members one join unit_members other on other.unit_id = one.unit_id
          where one.tenant_id = ${tenantId} and other.tenant_id = ${tenantId}
            and one.official_id = deputyships.official_id and other.official_id = deputyships.deputy_id)`,
      ),
    )
    .returning();

import { runningStates } from "@dvd/domain/case/lifecycle";
import type { CaseId, DeputyshipId, OfficialId, TenantId } from "@dvd/domain/ids";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { cases } from "../schema/cases.ts";
import { deputyships } from "../schema/deputyships.ts";
import { deputyGrants, mandates } from "../schema/mandates.ts";
import type { ScopedTx, TenantTx } from "../tenant.ts";
import type { CaseRow } from "./cases.ts";

/** Cases of one unit in the hands of a deputy of another one: the key sealed for them, and the word that lets them speak. */

type Entrusted = Omit<typeof deputyGrants.$inferInsert, "caseId" | "tenantId" | "citizenId">;
type Mandate = Pick<typeof mandates.$inferInsert, "id" | "officialId" | "payload" | "signature">;

/** False when this case was handed over for this deputyship already; what lies there stays. */
export async function addEntrusted(tx: TenantTx, found: CaseRow, grant: Entrusted, mandate: Mandate): Promise<boolean> {
  const { id: caseId, tenantId, citizenId } = found;
  const ofCase = { caseId, tenantId, citizenId };
  const added = await tx
    .insert(deputyGrants)
    .values({ ...ofCase, ...grant })
    .onConflictDoNothing()
    .returning({ caseId: deputyGrants.caseId });
  if (added.length === 0) return false;
  await tx.insert(mandates).values({ ...ofCase, deputyshipId: grant.deputyshipId, ...mandate });
  return true;
}

/** What lies in a case for this deputy, from whoever works on it now; null on any day but theirs. */
export async function findDeputyGrant(tx: ScopedTx, { id, assignedOfficialId }: CaseRow, deputyId: OfficialId) {
  if (assignedOfficialId === null) return null;
  const { recipientKeyId, envelope, deputyUnitId } = deputyGrants;
  const { startsOn, endsOn } = deputyships;
  const [row] = await tx
    .select({ recipientKeyId, envelope, deputyUnitId, startsOn, endsOn })
    .from(deputyGrants)
    .innerJoin(deputyships, eq(deputyships.id, deputyGrants.deputyshipId))
    .where(
      and(
        eq(deputyGrants.caseId, id),
        eq(deputyships.deputyId, deputyId),
        eq(deputyships.officialId, assignedOfficialId),
      ),
    );
  return row ?? null;
}

/** Also of deputies whose time is over: what they wrote in it has to stay proven. Oldest first. */
export const listMandates = (tx: ScopedTx, caseId: CaseId) =>
  tx
    .select({ payload: mandates.payload, signature: mandates.signature })
    .from(mandates)
    .where(eq(mandates.caseId, caseId))
    .orderBy(asc(mandates.createdAt), asc(mandates.id));

type Between = { tenantId: TenantId; deputyshipId: DeputyshipId; officialId: OfficialId; deputyId: OfficialId };

/**
 * Running cases in the hands of whoever is away, of units in which the deputy is not, that they have not handed over yet.
 * Oldest first, from behind a place on: what cannot be handed over stays, and must not stand in the way of the others.
 */
export const listUnentrusted = (
  tx: TenantTx,
  { tenantId, deputyshipId, officialId, deputyId }: Between,
  after: { at: Date; id: string } | null,
  count: number,
) =>
  tx
    .select({ caseId: cases.id, reference: cases.reference, receivedAt: cases.receivedAt })
    .from(cases)
    .where(
      and(
        eq(cases.tenantId, tenantId),
        eq(cases.assignedOfficialId, officialId),
        inArray(cases.state, [...runningStates]),
        sql`not exists (select 1 from unit_members m
          where m.tenant_id = ${tenantId} and m.unit_id = ${cases.unitId} and m.official_id = ${deputyId})`,
        sql`not exists (select 1 from deputy_grants g
          where g.case_id = ${cases.id} and g.deputyship_id = ${deputyshipId})`,
        after
          ? sql`(${cases.receivedAt}, ${cases.id}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(cases.receivedAt), asc(cases.id))
    .limit(count);

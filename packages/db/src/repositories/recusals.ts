import { runningStates } from "@dvd/domain/case/lifecycle";
import type { CaseId, OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { cases } from "../schema/cases.ts";
import { units } from "../schema/directory.ts";
import { officials } from "../schema/people.ts";
import { recusals } from "../schema/recusals.ts";
import type { TenantTx } from "../tenant.ts";

type CaseScope = Pick<typeof cases.$inferSelect, "id" | "tenantId" | "citizenId">;
type Recusal = { caseId: CaseId; officialId: OfficialId };
const isThis = ({ caseId, officialId }: Recusal) =>
  and(eq(recusals.caseId, caseId), eq(recusals.officialId, officialId));

export const addRecusal = (tx: TenantTx, { id: caseId, tenantId, citizenId }: CaseScope, officialId: OfficialId) =>
  tx.insert(recusals).values({ caseId, tenantId, citizenId, officialId });

export const isRecused = async (tx: TenantTx, recusal: Recusal): Promise<boolean> =>
  (await tx.$count(recusals, isThis(recusal))) > 0;

/** False when there is none. */
export async function removeRecusal(tx: TenantTx, recusal: Recusal): Promise<boolean> {
  const removed = await tx.delete(recusals).where(isThis(recusal)).returning();
  return removed.length > 0;
}

/** In running cases of these units, or of the whole authority; the newest first. Signs of posts, and nothing of a case. */
export const listRecusals = (tx: TenantTx, tenantId: TenantId, unitIds: readonly UnitId[] | "all") =>
  tx
    .select({
      caseId: recusals.caseId,
      unitId: cases.unitId,
      /** Whatever was sent has one. */
      reference: sql<string>`${cases.reference}`,
      unit: units.name,
      officialId: recusals.officialId,
      postSign: officials.postSign,
      since: recusals.createdAt,
    })
    .from(recusals)
    .innerJoin(cases, eq(cases.id, recusals.caseId))
    .innerJoin(units, eq(units.id, cases.unitId))
    .innerJoin(officials, eq(officials.id, recusals.officialId))
    .where(
      and(
        eq(recusals.tenantId, tenantId),
        inArray(cases.state, [...runningStates]),
        unitIds === "all" ? undefined : inArray(cases.unitId, [...unitIds]),
      ),
    )
    .orderBy(desc(recusals.createdAt));

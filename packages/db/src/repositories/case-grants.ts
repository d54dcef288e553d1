import { DomainError } from "@dvd/domain/errors";
import type { CaseId } from "@dvd/domain/ids";
import { and, asc, eq } from "drizzle-orm";
import { caseGrants, type cases } from "../schema/cases.ts";
import type { ScopedTx } from "../tenant.ts";

type CaseScope = Pick<typeof cases.$inferSelect, "id" | "tenantId" | "citizenId">;
type Grant = {
  id: string;
  role: number;
  recipientKeyId: Uint8Array<ArrayBuffer>;
  generation: number;
  envelope: Uint8Array<ArrayBuffer>;
};

export async function addGrants(tx: ScopedTx, found: CaseScope, grants: readonly Grant[]) {
  if (!(await addNewGrants(tx, found, grants))) throw new DomainError("keys.grant-invalid");
}

/** False when something is sealed for one of these receivers already; what lies there stays. */
export async function addNewGrants(
  tx: ScopedTx,
  { id: caseId, tenantId, citizenId }: CaseScope,
  grants: readonly Grant[],
): Promise<boolean> {
  const added = await tx
    .insert(caseGrants)
    .values(grants.map((grant) => ({ ...grant, caseId, tenantId, citizenId })))
    .onConflictDoNothing()
    .returning({ id: caseGrants.id });
  return added.length === grants.length;
}

/** What lies there for one receiver, or null. */
export async function findGrant(tx: ScopedTx, caseId: CaseId, recipientKeyId: Uint8Array<ArrayBuffer>) {
  const [row] = await tx
    .select({ envelope: caseGrants.envelope })
    .from(caseGrants)
    .where(and(eq(caseGrants.caseId, caseId), eq(caseGrants.recipientKeyId, recipientKeyId)));
  return row?.envelope ?? null;
}

export const grantsFor = (tx: ScopedTx, caseId: CaseId, role: number) =>
  tx
    .select({ recipientKeyId: caseGrants.recipientKeyId, envelope: caseGrants.envelope })
    .from(caseGrants)
    .where(and(eq(caseGrants.caseId, caseId), eq(caseGrants.role, role)))
    .orderBy(asc(caseGrants.generation));

import type { CopyRefusal } from "@dvd/domain/copies";
import { DomainError } from "@dvd/domain/errors";
import type { CaseId, CitizenId } from "@dvd/domain/ids";
import { and, asc, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import { cases } from "../schema/cases.ts";
import { accountRenewals, copyRequests } from "../schema/renewals.ts";
import type { CitizenTx, ScopedTx, TenantTx } from "../tenant.ts";

type Bytes = Uint8Array<ArrayBuffer>;
export type CopyRequestRow = typeof copyRequests.$inferSelect;

/** Every case of the citizen that an authority has. */
export const listSubmitted = (tx: CitizenTx, citizenId: CitizenId) =>
  tx
    .select()
    .from(cases)
    .where(and(eq(cases.citizenId, citizenId), ne(cases.state, "DRAFT")))
    .orderBy(asc(cases.unitId), asc(cases.id));

export async function addCopyRequests(
  tx: CitizenTx,
  renewalId: string,
  of: readonly Pick<typeof cases.$inferSelect, "id" | "tenantId" | "citizenId">[],
  now: Date,
) {
  if (of.length === 0) return;
  const rows = of.map(({ id: caseId, tenantId, citizenId }) => ({ renewalId, caseId, tenantId, citizenId }));
  await tx.insert(copyRequests).values(rows.map((row) => ({ ...row, createdAt: now })));
}

export const countOpenRequests = (tx: CitizenTx, citizenId: CitizenId): Promise<number> =>
  tx.$count(copyRequests, and(eq(copyRequests.citizenId, citizenId), eq(copyRequests.state, "OPEN")));

/**
 * Whether the keys of an account are those it began with, or somebody of an authority has looked whose they are. Without
 * a case nobody can look, and nothing hangs on it.
 */
export async function isRenewalProven(tx: CitizenTx, citizenId: CitizenId): Promise<boolean> {
  const [newest] = await tx
    .select({ id: accountRenewals.id })
    .from(accountRenewals)
    .where(and(eq(accountRenewals.citizenId, citizenId), isNull(accountRenewals.objectedAt)))
    .orderBy(desc(accountRenewals.createdAt), desc(accountRenewals.id))
    .limit(1);
  if (!newest) return true;
  const requests = await tx
    .select({ state: copyRequests.state })
    .from(copyRequests)
    .where(eq(copyRequests.renewalId, newest.id));
  return requests.length === 0 || requests.some(({ state }) => state === "GRANTED");
}

/** The requests of a case with the keys that they are about, the newest first. */
export const listCopyRequests = (tx: ScopedTx, caseId: CaseId) =>
  tx
    .select({ request: copyRequests, renewal: accountRenewals })
    .from(copyRequests)
    .innerJoin(accountRenewals, eq(accountRenewals.id, copyRequests.renewalId))
    .where(eq(copyRequests.caseId, caseId))
    .orderBy(desc(copyRequests.createdAt), desc(copyRequests.renewalId));

type Decision =
  | { state: "GRANTED"; attestationPayload: Bytes; attestationSignature: Bytes }
  | { state: "REFUSED"; reason: CopyRefusal };

/** Compare and set: a request is decided once, and not after the former key has objected. */
export async function decideCopyRequest(
  tx: TenantTx,
  { renewalId, caseId }: Pick<CopyRequestRow, "renewalId" | "caseId">,
  decision: Decision,
  now: Date,
) {
  const decided = await tx
    .update(copyRequests)
    .set({ ...decision, decidedAt: now })
    .where(and(eq(copyRequests.renewalId, renewalId), eq(copyRequests.caseId, caseId), eq(copyRequests.state, "OPEN")))
    .returning({ caseId: copyRequests.caseId });
  if (decided.length === 0) throw new DomainError("copy.not-open");
}

/** Waiting or granted, it counts no more. Returns the cases that this is about. */
export async function objectToRequests(tx: CitizenTx, renewalIds: readonly string[], now: Date) {
  const objected = await tx
    .update(copyRequests)
    .set({ state: "OBJECTED", decidedAt: now })
    .where(and(inArray(copyRequests.renewalId, [...renewalIds]), inArray(copyRequests.state, ["OPEN", "GRANTED"])))
    .returning({ caseId: copyRequests.caseId });
  const ids = objected.map(({ caseId }) => caseId);
  return ids.length === 0
    ? []
    : tx.select().from(cases).where(inArray(cases.id, ids)).orderBy(asc(cases.unitId), asc(cases.id));
}

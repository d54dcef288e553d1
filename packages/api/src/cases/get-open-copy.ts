import { listCopyRequests } from "@dvd/db/repositories/copies";
import type { ScopedTx } from "@dvd/db/tenant";
import { DomainError } from "@dvd/domain/errors";
import type { CaseId } from "@dvd/domain/ids";

/** The request that somebody of the unit has in front of them, unless it has been decided or objected to meanwhile. */
export async function getOpenCopy(tx: ScopedTx, caseId: CaseId, renewalId: string) {
  const all = await listCopyRequests(tx, caseId);
  const open = all.find(({ request }) => request.renewalId === renewalId && request.state === "OPEN");
  if (!open) throw new DomainError("copy.not-open");
  return open;
}

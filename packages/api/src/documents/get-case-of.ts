import { type KnownCase, getCase } from "@dvd/db/repositories/cases";
import type { DocumentRow } from "@dvd/db/repositories/documents";
import type { ScopedTx } from "@dvd/db/tenant";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import type { ActorCtx } from "../context.ts";

/**
 * The case of a document, for an actor who may do this in it. Row-level security knows authorities, not units: whoever
 * may not know the case must not learn from another code that it has this document.
 */
export async function getCaseOf(
  { actor }: Pick<ActorCtx, "actor">,
  tx: ScopedTx,
  document: Pick<DocumentRow, "caseId"> | null,
  purpose: "read" | "upload",
): Promise<KnownCase> {
  if (!document) throw new DomainError("document.not-found");
  const found = await getCase(tx, document.caseId);
  const verdict = caseCan[purpose](found, actor);
  assertCan(verdict === "case.not-found" ? "document.not-found" : verdict);
  return found;
}

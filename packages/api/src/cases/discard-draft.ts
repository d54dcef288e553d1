import { countArrivedOnly } from "@dvd/db/repositories/begun-uploads";
import { getCase, holdDraft, removeDraft } from "@dvd/db/repositories/cases";
import { listAll } from "@dvd/db/repositories/documents";
import { caseCan } from "@dvd/domain/case/policy";
import { DomainError } from "@dvd/domain/errors";
import { assertCan } from "@dvd/domain/verdict";
import { record } from "../audit.ts";
import type { CitizenCtx } from "../context.ts";
import { removeBlobs } from "../documents/remove-blobs.ts";
import type { DiscardDraft } from "./discard-draft.contract.ts";

/** A draft that its citizen has given up, with all that was transferred for it: now, and not when it would have expired. */
export async function discardDraft(ctx: CitizenCtx, { caseId }: DiscardDraft) {
  const removed = await ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.discard(found, ctx.actor));
    // Submitted in this moment: the authority has it.
    if (!(await holdDraft(tx, caseId))) throw new DomainError("case.wrong-state");

    const documents = await listAll(tx, caseId);
    await countArrivedOnly(
      tx,
      documents.map(({ id }) => id),
    );
    await record(ctx, tx, found.tenantId, { type: "case.discarded", caseId, documents: documents.length });
    await removeDraft(tx, caseId);
    return documents;
  });
  await removeBlobs(ctx, removed);
  return { caseId, documents: removed.length };
}

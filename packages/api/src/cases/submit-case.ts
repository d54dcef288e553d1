import { getAccount } from "@dvd/db/repositories/accounts";
import * as cases from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { getService } from "@dvd/db/repositories/directory";
import { removeDraft } from "@dvd/db/repositories/drafts";
import { listStored } from "@dvd/db/repositories/documents";
import { openThread } from "@dvd/db/repositories/messages";
import { addReceipt, findReceipt } from "@dvd/db/repositories/receipts";
import { reaches } from "@dvd/domain/assurance";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { makeReference } from "@dvd/domain/case/reference";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import { type CitizenCtx, newId } from "../context.ts";
import { appendMessage } from "../messages/append-message.ts";
import { assertStaysOpen } from "../units/assert-open.ts";
import { encodeBase64 } from "../wire.ts";
import { assertForCurrentKey } from "./assert-for-current-key.ts";
import type { SubmitCase } from "./submit-case.contract.ts";

/**
 * Hands the draft to the authority. Asked again after the answer was lost, it returns the receipt of the first time:
 * nothing is sent twice, and nobody is left without a proof.
 */
export const submitCase = (ctx: CitizenCtx, input: SubmitCase) =>
  ctx.transact(async (tx) => {
    const found = await cases.getCase(tx, input.caseId);
    const earlier = await findReceipt(tx, found.id);
    if (earlier && found.reference) return answer(found.reference, earlier);
    assertCan(caseCan.submit(found, ctx.actor));
    // Again, as when the draft began: that login may have been a better one, and the receipt names this one.
    const { needsLevel } = await getService(tx, found.serviceKey);
    if (!reaches(ctx.actor.assurance, needsLevel)) throw new DomainError("auth.assurance-too-low");

    const now = ctx.now();
    const reference = makeReference(now, ctx.randomBytes(6));
    const received = await cases.moveCase(tx, found, "submit", now, { reference, receivedAt: now });
    const routed = await cases.moveCase(tx, received, "route", now);
    // Only now that the case is held: whoever is refused here knows that no other try of theirs is arriving.
    await assertForCurrentKey(tx, routed);
    await assertStaysOpen(tx, routed.tenantId, routed.unitId);
    // Counted while the case is held: what is being stored at this moment is in the receipt, or comes after it.
    const documents = await listStored(tx, found.id);
    if (documents.length === 0) throw new DomainError("case.nothing-to-submit");
    await openThread(tx, routed, newId(ctx), now);
    const message = await appendMessage(ctx, tx, { ...found, ...routed }, input.message, now);
    const { signingKeyId } = await getAccount(tx, routed.citizenId);
    const sender = { signingKeyId, assurance: ctx.actor.assurance };
    const receipt = await ctx.receipts.sign({ found: routed, reference, now, sender, documents, messages: [message] });
    await addReceipt(tx, { caseId: routed.id, tenantId: routed.tenantId, citizenId: routed.citizenId, ...receipt });

    if (input.draftId) await removeDraft(tx, { citizenId: routed.citizenId, draftId: input.draftId });

    await record(ctx, tx, routed.tenantId, {
      type: "case.submitted",
      caseId: routed.id,
      documents: documents.length,
      messages: 1,
    });
    await noteChange(tx, "case.received", routed);
    for (const { id: documentId } of documents)
      await ctx.jobs.enqueue(tx, "verify-document", {
        correlationId: ctx.correlationId,
        tenantId: routed.tenantId,
        citizenId: routed.citizenId,
        sender: "citizen",
        caseId: routed.id,
        documentId,
      });
    const { tenantId, unitId } = routed;
    ctx.log.event("case.submitted", { caseId: routed.id, tenantId, unitId, documents: documents.length });
    return answer(reference, receipt);
  });

const answer = (reference: string, receipt: { payload: Uint8Array; signature: Uint8Array }) => ({
  reference,
  receipt: { payload: encodeBase64(receipt.payload), signature: encodeBase64(receipt.signature) },
});

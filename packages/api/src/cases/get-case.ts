import { fromHex, parseReceipt, recipientRoles } from "@dvd/crypto";
import { findSigningKey } from "@dvd/db/repositories/accounts";
import { grantsFor } from "@dvd/db/repositories/case-grants";
import { getCase as findCase, getSummary, type KnownCase } from "@dvd/db/repositories/cases";
import { listStored } from "@dvd/db/repositories/documents";
import { findDeputyGrant, listMandates } from "@dvd/db/repositories/mandates";
import { findReceipt } from "@dvd/db/repositories/receipts";
import { caseCan, isEntrusted } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import type { CaseId } from "@dvd/domain/ids";
import type { ScopedTx } from "@dvd/db/tenant";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";
import { copiesOf } from "./copies-of.ts";
import { presentSummary } from "./present-summary.ts";

/**
 * Everything a browser needs to open a case. The record of an official's look is committed in the same transaction,
 * before the sealed case key leaves: no entry, no key.
 */
export const getCase = (ctx: ActorCtx, { caseId }: { caseId: CaseId }) =>
  ctx.transact(async (tx) => {
    const found = await findCase(tx, caseId);
    assertCan(caseCan.read(found, ctx.actor));
    // Nothing to show yet: the parts of a draft are with the browser that makes it.
    if (found.state === "DRAFT") throw new DomainError("case.wrong-state");
    const summary = await getSummary(tx, caseId);
    const grants = await grantsOf(ctx, tx, found);
    const mandates = await listMandates(tx, caseId);
    const documents = await listStored(tx, caseId);
    const receipt = await findReceipt(tx, caseId);
    const citizenSigningKey = await firstKeyOf(tx, receipt);
    const copies = await copiesOf(tx, found);

    if (ctx.actor.kind === "official") await record(ctx, tx, found.tenantId, { type: "case.opened", caseId });
    return {
      summary: presentSummary(summary, ctx.actor),
      tenantId: found.tenantId,
      scopeId: encodeBase64(found.scopeId),
      generation: found.keyGeneration,
      grants: grants.map(({ recipientKeyId, envelope }) => ({
        recipientKeyId: encodeBase64(recipientKeyId),
        envelope: encodeBase64(envelope),
      })),
      citizenSigningKey: encodeBase64(citizenSigningKey),
      copies,
      mandates: mandates.map(({ payload, signature }) => ({
        payload: encodeBase64(payload),
        signature: encodeBase64(signature),
      })),
      documents: documents.map((document) => ({
        documentId: document.id,
        sender: document.senderKind,
        header: encodeBase64(document.header),
        floeHeader: encodeBase64(document.floeHeader),
        seal: encodeBase64(document.seal),
        bodyLength: document.bodyLength,
        storedAt: document.storedAt.toISOString(),
        verifiedAt: document.verifiedAt?.toISOString() ?? null,
      })),
      receipt: receipt && { payload: encodeBase64(receipt.payload), signature: encodeBase64(receipt.signature) },
    };
  });

/** Sealed for the citizen, for the unit, or for a deputy of another unit in person. */
async function grantsOf({ actor }: ActorCtx, tx: ScopedTx, found: KnownCase) {
  if (actor.kind === "citizen") return grantsFor(tx, found.id, recipientRoles.citizen);
  if (!isEntrusted(found, actor)) return grantsFor(tx, found.id, recipientRoles.unit);
  const grant = await findDeputyGrant(tx, found, actor.officialId);
  return grant ? [grant] : [];
}

/** Who has begun the case, as its receipt names them. The account may have other keys by now. */
async function firstKeyOf(tx: ScopedTx, receipt: { payload: Uint8Array } | null) {
  const keyId = receipt && fromHex(parseReceipt(receipt.payload).sender.key_id);
  const key = keyId && (await findSigningKey(tx, keyId));
  if (!key) throw new DomainError("keys.grant-missing");
  return key;
}

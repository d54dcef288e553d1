import { type Attestation, CryptoError, equalBytes, toHex, verifyAttestation } from "@dvd/crypto";
import { addGrants } from "@dvd/db/repositories/case-grants";
import { type CaseRow, getCase, touchCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import { decideCopyRequest } from "@dvd/db/repositories/copies";
import type { RenewalRow } from "@dvd/db/repositories/renewals";
import { caseCan } from "@dvd/domain/case/policy";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import { newId, type OfficialCtx } from "../context.ts";
import { getSender } from "../members/get-sender.ts";
import type { Bytes } from "../wire.ts";
import { checkCaseGrants } from "./check-case-grants.ts";
import { getOpenCopy } from "./get-open-copy.ts";
import type { GrantCopy } from "./grant-copy.contract.ts";

/**
 * Hands a case to its citizen's new key, after an official has looked who they are. What is checked here keeps honest
 * clients from storing something useless; the proof for the readers is the attestation itself.
 */
export const grantCopy = (ctx: OfficialCtx, { caseId, renewalId, grant, attestation }: GrantCopy) =>
  ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    assertCan(caseCan.grantCopy(found, ctx.actor));
    const { request, renewal } = await getOpenCopy(tx, caseId, renewalId);
    const official = await getSender(ctx, tx, found, ctx.now());
    const recipient = { role: "citizen" as const, keyId: renewal.kemKeyId };
    const grants = await checkCaseGrants({ caseId, scopeId: found.scopeId, grants: [grant] }, official, [recipient]);
    const { checked } = await checkAttestation(found, renewal, official, attestation);

    const now = ctx.now();
    const signed = { attestationPayload: attestation.payload, attestationSignature: attestation.signature };
    // Before the grant: of two who decide at once, the second is told that it was decided, and not that its key is wrong.
    await decideCopyRequest(tx, request, { state: "GRANTED", ...signed }, now);
    await addGrants(
      tx,
      found,
      grants.map((one) => ({ id: newId(ctx), ...one })),
    );
    await touchCase(tx, caseId, now);
    const keyId = toHex(renewal.signingKeyId);
    await record(ctx, tx, found.tenantId, { type: "copy.granted", caseId, keyId, checked });
    await noteChange(tx, "copy.granted", found);
    return { caseId };
  });

type Official = { id: string; signingKey: Bytes; signingKeyId: Bytes; kemKeyId: Bytes };

/** By the official who is logged in, about this case and exactly the keys of this request. */
async function checkAttestation(
  found: CaseRow,
  renewal: RenewalRow,
  { id, signingKey, signingKeyId, kemKeyId }: Official,
  signed: GrantCopy["attestation"],
): Promise<Attestation> {
  const self = { account: id, role: "official" as const, spki: signingKey, kemKeyId: toHex(kemKeyId), until: null };
  const expect = { authority: found.tenantId, unitId: found.unitId, caseId: found.id, account: found.citizenId };
  const authors = new Map([[toHex(signingKeyId), self]]);
  const { newSpki, newKemKeyId, attestation } = await verifyAttestation({ signed, authors, expect }).catch(asRefusal);
  const isAboutThisKey = equalBytes(newSpki, renewal.signingKey) && newKemKeyId === toHex(renewal.kemKeyId);
  if (!isAboutThisKey) throw new DomainError("copy.attestation-invalid");
  return attestation;
}

function asRefusal(cause: unknown): never {
  throw cause instanceof CryptoError ? new DomainError("copy.attestation-invalid", {}, { cause }) : cause;
}

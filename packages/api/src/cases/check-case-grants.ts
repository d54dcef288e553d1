import {
  CryptoError,
  caseKeyObject,
  equalBytes,
  type GrantFields,
  recipientRoles,
  uuidBytes,
  verifyGrant,
} from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import type { CaseId } from "@dvd/domain/ids";
import type { Bytes } from "../wire.ts";

type Recipient = { role: "citizen" | "unit" | "official"; keyId: Bytes };
type Grantor = { signingKey: Bytes };

/** A new case begins with the first generation of its key. */
const generation = 1;

/**
 * What a blind server can know about a sealed case key: for whom it is, for which key, and that the sender signed it.
 * Whether it contains the right key only the recipient finds out; the signature is then the evidence.
 */
export async function checkCaseGrants(
  { caseId, scopeId, grants }: { caseId: CaseId; scopeId: Bytes; grants: readonly Bytes[] },
  grantor: Grantor,
  recipients: readonly Recipient[],
) {
  // The scope of a case key is the case: otherwise the key of one case could be shown as that of another.
  if (!equalBytes(scopeId, uuidBytes(caseId))) throw new DomainError("keys.grant-invalid");
  const { objectType, objectId } = await caseKeyObject(scopeId, generation);
  const verified = await Promise.all(grants.map((envelope) => readGrant(envelope, grantor)));

  for (const { fields } of verified) {
    const isForThisCase = fields.objectType === objectType && equalBytes(fields.objectId, objectId);
    if (!isForThisCase) throw new DomainError("keys.grant-invalid");
    if (!recipients.some((recipient) => isFor(fields, recipient))) throw new DomainError("keys.not-the-receiver");
  }
  for (const recipient of recipients)
    if (!verified.some(({ fields }) => isFor(fields, recipient))) throw new DomainError("keys.grant-missing");

  return verified.map(({ envelope, fields }) => ({
    role: recipientRoles[fields.role],
    recipientKeyId: fields.recipientKeyId,
    generation,
    envelope,
  }));
}

const isFor = (fields: GrantFields, recipient: Recipient) =>
  fields.role === recipient.role && equalBytes(fields.recipientKeyId, recipient.keyId);

async function readGrant(envelope: Bytes, { signingKey }: Grantor) {
  try {
    return { envelope, fields: await verifyGrant(envelope, signingKey) };
  } catch (error) {
    throw error instanceof CryptoError ? new DomainError("keys.grant-invalid", {}, { cause: error }) : error;
  }
}

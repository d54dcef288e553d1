import {
  type Attestation,
  type CaseKey,
  type SigningKey,
  signAttestation,
  signObjection,
  toBase64Url,
  toHex,
} from "@dvd/crypto";
import type { CaseId } from "@dvd/domain/ids";
import { renewAccount } from "../accounts/renew-account.ts";
import type { GrantCopy } from "../cases/grant-copy.contract.ts";
import { newAccount } from "./account.ts";
import type { Citizen, Official } from "./portal.ts";
import { grantCaseKey } from "./sealing.ts";

/** What browsers do when a citizen has lost every way to their key, and when an official has looked who asks. */

export async function renew(citizen: Citizen) {
  const { keys, input } = await newAccount(citizen.ctx.actor.citizenId);
  const { renewalId } = await renewAccount(citizen.ctx, input);
  return { renewalId, renewed: { ...citizen, keys } satisfies Citizen };
}

type Case = { caseId: CaseId; caseKey: CaseKey; tenantId: string; unitId: string };

export async function attest(
  { caseId, caseKey, tenantId, unitId }: Case,
  before: Citizen,
  { renewalId, renewed }: Awaited<ReturnType<typeof renew>>,
  { keys: { signing } }: Pick<Official, "keys">,
  change: Partial<Attestation> = {},
): Promise<GrantCopy> {
  const word: Attestation = {
    type: "attestation",
    version: 1,
    authority: tenantId,
    unit_id: unitId,
    case_id: caseId,
    account: before.ctx.actor.citizenId,
    former_key: toBase64Url(before.keys.signing.spki),
    new_key: toBase64Url(renewed.keys.signing.spki),
    new_kem_key_id: toHex(renewed.keys.kem.keyId),
    checked: "id-card-at-counter",
    attested_at: new Date().toISOString(),
    attested_by: toHex(signing.keyId),
    ...change,
  };
  const grant = await grantCaseKey(caseKey, signing, "citizen", renewed.keys.kem.publicKey);
  return { caseId, renewalId, grant, attestation: await signAttestation(word, signing) };
}

export const object = ({ ctx, keys }: Citizen, to: Citizen, by: SigningKey = keys.signing) =>
  signObjection(
    {
      type: "objection",
      version: 1,
      account: ctx.actor.citizenId,
      former_key_id: toHex(by.keyId),
      new_key_id: toHex(to.keys.signing.keyId),
      objected_at: new Date().toISOString(),
    },
    by,
  );

import {
  type Attestation,
  grantUnitSeed,
  kemKeyId,
  type SigningKey,
  signAttestation,
  signingKeyId,
  toBase64Url,
  toHex,
  uuidBytes,
} from "@dvd/crypto";
import { fromBase64, toBase64 } from "../base64.ts";
import { createKeyHolder } from "../key-holder.ts";
import type { CaseAnswer } from "../wire-types.ts";
import { makeAuthority } from "./authority.ts";
import { receiptBy, summaryOf } from "./case-answer.ts";
import { memoryKeystore } from "./memory-keystore.ts";

const name = "Stadt Musterfurt";
const now = () => new Date();
const wired = ({ payload, signature }: { payload: Uint8Array; signature: Uint8Array }) => ({
  payload: toBase64(payload),
  signature: toBase64(signature),
});

/** A citizen who began a case with keys that they have lost, their new keys, and an official of the unit. */
export async function loseKeys() {
  const [accountId, tenantId, unitId, caseId] = Array.from({ length: 4 }, () => crypto.randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  const authority = await makeAuthority({ id: tenantId, name, unitIds: [unitId] });
  const formerKeystore = memoryKeystore();
  const former = createKeyHolder({ keystore: formerKeystore, now });
  const first = await former.create(accountId);
  await former.keepCreated();
  const begun = await former.beginCase(caseId, { tenantId, authority: name, unitId }, authority.answer);
  const renewed = createKeyHolder({ keystore: memoryKeystore(), now });
  const second = await renewed.renew(accountId);
  await renewed.keepCreated();

  const epoch = authority.epochs.get(unitId);
  if (!epoch) throw new Error("the unit has a key");
  const official = createKeyHolder({ keystore: memoryKeystore(), now });
  const { account: officialAccount } = await official.create(crypto.randomUUID());
  await official.keepCreated();
  const recipient = { role: "official" as const, publicKey: fromBase64(officialAccount.kemPublicKey) };
  const seed = await grantUnitSeed(epoch, recipient, { grantor: authority.member, now: now() });
  const seeds = [{ epoch: 1, grant: toBase64(seed) }];
  const units = [{ unitId, name: "Stelle", role: "official" as const, seeds, links: [] }];
  await official.openUnits({ tenantId, authority: name, units }, authority.answer);

  const formerKeyId = await signingKeyId(fromBase64(first.account.signingKey));
  const receipt = await receiptBy(authority.receipts, { tenantId, unitId, caseId, keyId: formerKeyId });

  const request = {
    renewalId: crypto.randomUUID(),
    state: "OPEN" as const,
    reason: null,
    requestedAt: now().toISOString(),
    decidedAt: null,
    kemPublicKey: second.account.kemPublicKey,
    signingKey: second.account.signingKey,
  };
  const copies: CaseAnswer["copies"] = { account: accountId, attestations: [], objections: [], request };
  const grantFor = async (kemPublicKey: string, envelope = "") => ({
    recipientKeyId: toBase64(await kemKeyId(fromBase64(kemPublicKey))),
    envelope,
  });
  const grants = {
    former: await grantFor(first.account.kemPublicKey, begun.grants[0]),
    unit: { recipientKeyId: toBase64(epoch.kem.keyId), envelope: begun.grants[1] ?? "" },
  };

  return {
    accountId,
    tenantId,
    unitId,
    caseId,
    authority,
    former,
    formerKeystore,
    first,
    renewed,
    second,
    official,
    copies,
    grants,
    grantFor,
    fingerprint: begun.fingerprint,

    answer: (grant: CaseAnswer["grants"][number], changes: Partial<CaseAnswer["copies"]> = {}): CaseAnswer => ({
      summary: { ...summaryOf({ caseId, unitId, authority: name }), copy: "OPEN" },
      tenantId,
      scopeId: toBase64(uuidBytes(caseId)),
      generation: 1,
      grants: [grant],
      citizenSigningKey: first.account.signingKey,
      copies: { ...copies, ...changes },
      mandates: [],
      documents: [],
      receipt,
    }),

    /** What an official signs who has looked; changed, or signed by somebody else, where a test wants a lie. */
    attest: async (change: Partial<Attestation> = {}, by: SigningKey = authority.member) =>
      wired(
        await signAttestation(
          {
            type: "attestation",
            version: 1,
            authority: tenantId,
            unit_id: unitId,
            case_id: caseId,
            account: accountId,
            former_key: toBase64Url(fromBase64(first.account.signingKey)),
            new_key: toBase64Url(fromBase64(second.account.signingKey)),
            new_kem_key_id: toHex(await kemKeyId(fromBase64(second.account.kemPublicKey))),
            checked: "id-card-at-counter",
            attested_at: now().toISOString(),
            attested_by: toHex(by.keyId),
            ...change,
          },
          by,
        ),
      ),
  };
}

export type LostKeys = Awaited<ReturnType<typeof loseKeys>>;

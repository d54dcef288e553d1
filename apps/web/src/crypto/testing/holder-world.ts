import { CryptoError, kemKeyId, type SigningKey, signingKeyId, uuidBytes } from "@dvd/crypto";
import { fromBase64, toBase64 } from "../base64.ts";
import { createKeyHolder } from "../key-holder.ts";
import type { CaseAnswer } from "../wire-types.ts";
import { makeAuthority } from "./authority.ts";
import { receiptBy, summaryOf } from "./case-answer.ts";
import { makeLog } from "./log.ts";
import { memoryKeystore } from "./memory-keystore.ts";

export const name = "Stadt Musterfurt";

/** An account on its first device, and an authority with one unit. */
export async function setOut() {
  const keystore = memoryKeystore();
  const holder = createKeyHolder({ keystore, now: () => new Date() });
  const accountId = crypto.randomUUID();
  const { account, recoveryKey } = await holder.create(accountId);
  await holder.keepCreated();
  const [tenantId, unitId, caseId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const log = await makeLog();
  const authority = { ...(await makeAuthority({ id: tenantId, name, unitIds: [unitId], log })), log };
  const office = { tenantId, unitId, authority: name };
  return { keystore, holder, accountId, account, recoveryKey, tenantId, unitId, caseId, authority, office };
}

/** The code with which it was refused. */
export const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: unknown) => (error instanceof CryptoError ? error.code : error),
  );

export type World = Awaited<ReturnType<typeof setOut>>;
export type Changes = {
  caseId?: string;
  scopeId?: Uint8Array<ArrayBuffer>;
  signer?: SigningKey;
  grants?: CaseAnswer["grants"];
  receipt?: CaseAnswer["receipt"];
};

/** What the server says of a case; where a test wants a lie, changed. */
export function caseAnswer({ tenantId, unitId, account, accountId, caseId }: World, changes: Changes): CaseAnswer {
  const id = changes.caseId ?? caseId;
  return {
    summary: summaryOf({ caseId: id, unitId, authority: name }),
    tenantId,
    scopeId: toBase64(changes.scopeId ?? uuidBytes(id)),
    generation: 1,
    grants: changes.grants ?? [],
    copies: { account: accountId, attestations: [], objections: [], request: null },
    mandates: [],
    citizenSigningKey: changes.signer ? toBase64(changes.signer.spki) : account.signingKey,
    documents: [],
    receipt: changes.receipt ?? null,
  };
}

type ReceiptChanges = { keyId?: Uint8Array; signer?: SigningKey; caseId?: string; unitId?: string };

/** What the portal signed when the case came. */
export async function receiptFor(world: World, change: ReceiptChanges = {}) {
  const { tenantId, unitId, caseId, account, authority } = world;
  const keyId = await signingKeyId(fromBase64(account.signingKey));
  const { signer = authority.receipts, ...changed } = change;
  return receiptBy(signer, { tenantId, unitId, caseId, keyId, ...changed });
}

/** What the citizen was sealed when the case began. */
export async function grantsOf({ account }: World, begun: { grants: string[] }) {
  const recipientKeyId = toBase64(await kemKeyId(fromBase64(account.kemPublicKey)));
  return [{ recipientKeyId, envelope: begun.grants[0] ?? "" }];
}

/** As the server keeps it. */
export const sealedVault = ({ account }: World, vault = account.vault, version = 1) => ({
  vault,
  version,
  slots: account.slots.map((slot) => ({ ...slot, createdAt: new Date().toISOString() })),
});

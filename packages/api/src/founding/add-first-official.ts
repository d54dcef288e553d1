import {
  type AccountKeys,
  accountKeys,
  createAccount,
  formatRecoveryKey,
  generateRecoveryKey,
  sealRecoverySlot,
  sealVault,
} from "@dvd/crypto";
import { addAccount } from "@dvd/db/repositories/accounts";
import { addOfficial } from "@dvd/db/repositories/founding";
import { withTenant } from "@dvd/db/tenant";
import type { OfficialId, TenantId } from "@dvd/domain/ids";
import { newId } from "../context.ts";
import type { FoundingDeps } from "./publish-statement.ts";

export type FirstOfficial = {
  officialId: OfficialId;
  name: string;
  unit: string;
  keys: AccountKeys;
  /** For paper: the only way into the account until a browser has opened it. */
  recoveryKey: string;
};

type Person = { name: string; unit: string; postSign: string; subjectHash: Uint8Array<ArrayBuffer> };

/** An account as the official's own browser would make it. The name is in the sealed vault, and nowhere else. */
export async function addFirstOfficial(deps: FoundingDeps, tenantId: TenantId, person: Person): Promise<FirstOfficial> {
  const officialId = newId<OfficialId>(deps);
  await addOfficial(deps.db, { id: officialId, tenantId, subjectHash: person.subjectHash, postSign: person.postSign });

  const { vault, vaultKey } = await createAccount({ accountId: officialId, displayName: person.name });
  const keys = await accountKeys(vault);
  const recoveryKey = generateRecoveryKey();
  const slot = await sealRecoverySlot({ vaultKey, recoveryKey, accountId: officialId });
  const account = {
    id: officialId,
    kind: "official" as const,
    tenantId,
    kemPublicKey: keys.kem.publicKey,
    kemKeyId: keys.kem.keyId,
    signingKey: keys.signing.spki,
    signingKeyId: keys.signing.keyId,
  };
  const sealed = await sealVault(vault, vaultKey);
  await withTenant(deps.db, { tenantId, officialId }, (tx) =>
    addAccount(tx, account, sealed, [{ slotId: newId(deps), kind: "recovery", ...slot }], deps.now()),
  );
  return { officialId, name: person.name, unit: person.unit, keys, recoveryKey: formatRecoveryKey(recoveryKey) };
}

import {
  type Bytes,
  formatRecoveryKey,
  generateRecoveryKey,
  generateWords,
  type NativeKey,
  newPassphraseHeader,
  sealPasskeySlot,
  sealPassphraseSlot,
  sealRecoverySlot,
  type Slot,
  type Vault,
} from "@dvd/crypto";
import type { WayBack } from "@dvd/domain/account/ways-back";
import { fromBase64, toBase64 } from "./base64.ts";

/** As the server keeps it. */
export const asWay = <Kind extends WayBack>(kind: Kind, { header, wrapped }: Slot) => ({
  slotId: crypto.randomUUID(),
  kind,
  header: toBase64(header),
  wrapped: toBase64(wrapped),
});

export type NewPasskey = { credentialId: Bytes; prfInput: Bytes; prfOutput: Bytes };
type Opened = { vault: Pick<Vault, "accountId">; vaultKey: Bytes };

/** New ways to the vault key of the account that is open. What opens them is shown once and kept nowhere. */
export function createWaysBack(opened: () => Opened) {
  const secrets = () => ({ accountId: opened().vault.accountId, vaultKey: opened().vaultKey });

  return {
    async newRecoveryKey() {
      const recoveryKey = generateRecoveryKey();
      const slot = await sealRecoverySlot({ ...secrets(), recoveryKey });
      return { recoveryKey: formatRecoveryKey(recoveryKey), way: asWay("recovery", slot) };
    },

    /** Words and the header of their slot; `stretchWords` makes the key from both. */
    newPassphrase() {
      const { accountId } = secrets();
      return { accountId, words: generateWords(), header: toBase64(newPassphraseHeader(accountId)) };
    },

    /** `prfOutput` is what the passkey has computed; it is wiped here and by whoever brought it. */
    async sealPasskey({ credentialId, prfInput, prfOutput }: NewPasskey) {
      const sealing = sealPasskeySlot({ ...secrets(), credentialId, prfInput, prfOutput });
      return asWay("passkey", await sealing.finally(() => prfOutput.fill(0)));
    },

    sealPassphrase: async (header: string, key: NativeKey) =>
      asWay("passphrase", await sealPassphraseSlot({ ...secrets(), header: fromBase64(header), key })),
  };
}

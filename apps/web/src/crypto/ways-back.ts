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
  endDigest,
  waysDigest,
} from "@dvd/crypto";
import type { WayBack } from "@dvd/domain/account/ways-back";
import { fromBase64, toBase64 } from "./base64.ts";
import type { SealedKeys } from "./open-first.ts";
import { type SigningAccount, signChange } from "./sign-change.ts";

/** As the server keeps it. */
export const asWay = <Kind extends WayBack>(kind: Kind, { header, wrapped }: Slot) => ({
  slotId: crypto.randomUUID(),
  kind,
  header: toBase64(header),
  wrapped: toBase64(wrapped),
});

export type NewPasskey = { credentialId: Bytes; prfInput: Bytes; prfOutput: Bytes };
type Opened = SigningAccount & { vaultKey: Bytes };
type Stored = Pick<SealedKeys, "version"> & { slots: readonly { slotId: string }[] };
export type WaysChange = { add?: ReturnType<typeof asWay> | undefined; remove?: string | undefined };

/** New ways to the vault key of the account that is open. What opens them is shown once and kept nowhere. */
export function createWaysBack({ now, opened }: { now: () => Date; opened: () => Opened }) {
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

    /** `stored` is the account as the server has it: against any other state the change is worth nothing. */
    async signWays({ version, slots }: Stored, { add, remove }: WaysChange) {
      const added = add && {
        slotId: add.slotId,
        header: fromBase64(add.header),
        wrapped: fromBase64(add.wrapped),
      };
      const digest = await waysDigest({ before: slots.map(({ slotId }) => slotId), removed: remove, added });
      const word = { what: "ways", vault_version: version, digest } as const;
      return signChange(opened(), word, now());
    },

    /** That the account is to end, with everything in it. */
    async signEnd({ version }: Pick<Stored, "version">) {
      const digest = await endDigest(opened().vault.accountId);
      return signChange(opened(), { what: "end", vault_version: version, digest }, now());
    },
  };
}

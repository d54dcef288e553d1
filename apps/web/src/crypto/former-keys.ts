import {
  type AccountKeys,
  accountKeys,
  type Bytes,
  CryptoError,
  equalBytes,
  openRecoverySlot,
  openVault,
  parseRecoveryKey,
  signingKeyId,
  signObjection,
  toHex,
} from "@dvd/crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import type { Keystore } from "./keystore.ts";
import { openFirst, type SealedKeys } from "./open-first.ts";

type Renewal = { requestedAt: string; signingKey: string; former: SealedKeys };
type Former = { accountId: string; signing: AccountKeys["signing"]; newKeyId: string };

/**
 * For who still has a key that somebody wants to replace. It opens the vault that was set aside, to sign an objection
 * and nothing else: the account is not unlocked with it.
 */
export function createFormerKeys({ keystore, now }: { keystore: Keystore; now: () => Date }) {
  let former: Former | null = null;

  async function vaultKeyFor(accountId: string, { former: sealed }: Renewal, typed: string | undefined) {
    if (typed === undefined) return (await keystore.load(accountId))?.vaultKey ?? null;
    const recoveryKey = parseRecoveryKey(typed);
    return openFirst(sealed.slots, "recovery", (slot) => openRecoverySlot({ slot, recoveryKey, accountId }));
  }

  async function open(accountId: string, renewal: Renewal, vaultKey: Bytes) {
    const { vault: sealed, version } = renewal.former;
    const seen = await keystore.load(accountId);
    // Being called the former one does not make an older vault than this device has seen acceptable.
    const seenVersion = seen && equalBytes(seen.vaultKey, vaultKey) ? seen.version : 0;
    const minimumVersion = Math.max(version, seenVersion);
    const vault = await openVault({ sealed: fromBase64(sealed), vaultKey, accountId, minimumVersion });
    const { signing } = await accountKeys(vault);
    const newKeyId = toHex(await signingKeyId(fromBase64(renewal.signingKey)));
    return { former: { accountId, signing, newKeyId }, version: vault.version };
  }

  return {
    /** When the key of this device, or the one typed, is a former one: since when. Null when it is none of these. */
    async openFormer(accountId: string, renewals: readonly Renewal[], recoveryKey?: string) {
      for (const renewal of renewals) {
        try {
          const vaultKey = await vaultKeyFor(accountId, renewal, recoveryKey);
          if (!vaultKey) return null;
          const opened = await open(accountId, renewal, vaultKey);
          former = opened.former;
          // After an objection it is the current key again, and need not be typed a second time.
          if (recoveryKey !== undefined) await keystore.save(accountId, { vaultKey, version: opened.version });
          return { requestedAt: renewal.requestedAt };
        } catch (error) {
          if (!(error instanceof CryptoError)) throw error;
        }
      }
      return null;
    },

    lock() {
      former = null;
    },

    async signObjection() {
      if (!former) throw new CryptoError("E_STATE");
      const { accountId: account, signing, newKeyId: new_key_id } = former;
      const former_key_id = toHex(signing.keyId);
      const objected_at = now().toISOString();
      const { payload, signature } = await signObjection(
        { type: "objection", version: 1, account, former_key_id, new_key_id, objected_at },
        signing,
      );
      return { payload: toBase64(payload), signature: toBase64(signature) };
    },
  };
}

import {
  type AccountKeys,
  accountKeys,
  type Bytes,
  CryptoError,
  equalBytes,
  type NativeKey,
  openPasskeySlot,
  openPassphraseSlot,
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
/** What a person has in hand; `key` is what `stretchWords` made of their words and the header of this very slot. */
export type FormerWay =
  | { by: "recovery"; typed: string }
  | { by: "passphrase"; key: NativeKey }
  | { by: "passkey"; prfOutput: Bytes };
type Former = { accountId: string; signing: AccountKeys["signing"]; newKeyId: string };

/**
 * For who still has a key that somebody wants to replace. It opens the vault that was set aside, to sign an objection
 * and nothing else: the account is not unlocked with it.
 */
export function createFormerKeys({ keystore, now }: { keystore: Keystore; now: () => Date }) {
  let former: Former | null = null;

  async function vaultKeyFor(accountId: string, { former: { slots } }: Renewal, way: FormerWay | undefined) {
    if (!way) return (await keystore.load(accountId))?.vaultKey ?? null;
    if (way.by === "passphrase")
      return openFirst(slots, way.by, (slot) => openPassphraseSlot({ slot, accountId, key: way.key }));
    if (way.by === "passkey")
      return openFirst(slots, way.by, (slot) => openPasskeySlot({ slot, accountId, prfOutput: way.prfOutput }));
    const recoveryKey = parseRecoveryKey(way.typed);
    return openFirst(slots, way.by, (slot) => openRecoverySlot({ slot, accountId, recoveryKey }));
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
    /** When the key of this device, or the way in hand, is a former one: since when. Null when it is none of these. */
    async openFormer(accountId: string, renewals: readonly Renewal[], way: FormerWay | undefined) {
      for (const renewal of renewals) {
        try {
          const vaultKey = await vaultKeyFor(accountId, renewal, way);
          if (!vaultKey) return null;
          const opened = await open(accountId, renewal, vaultKey);
          former = opened.former;
          // After an objection it is the current key again, and need not be shown a second time.
          if (way) await keystore.save(accountId, { vaultKey, version: opened.version });
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

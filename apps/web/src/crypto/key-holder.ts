import {
  type AccountKeys,
  accountFingerprint,
  accountKeys,
  type Bytes,
  CryptoError,
  createAccount,
  equalBytes,
  formatFingerprint,
  formatRecoveryKey,
  generateRecoveryKey,
  type NativeKey,
  openPasskeySlot,
  openPassphraseSlot,
  openRecoverySlot,
  openVault,
  parseRecoveryKey,
  sealRecoverySlot,
  sealVault,
  type StoredSlot,
  type UnitEpoch,
  type Vault,
} from "@dvd/crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import { createDeviceLinks } from "./device-links.ts";
import type { Keystore } from "./keystore.ts";
import { createOpenCases } from "./open-cases.ts";
import { openFirst, type SealedKeys } from "./open-first.ts";
import { createServerDrafts } from "./server-drafts.ts";
import { createUnitKeys } from "./unit-keys.ts";
import { type ClosedEpoch, openUnitEpochs } from "./units/open-units.ts";
import { createRotations } from "./units/rotate-unit.ts";
import { createVaultPins, type VaultUpdate } from "./vault-pins.ts";
import { asWay, createWaysBack } from "./ways-back.ts";
import type { KeysAnswer, UnitsAnswer } from "./wire-types.ts";

type OpenAccount = { vault: Vault; vaultKey: Bytes; keys: AccountKeys; units: UnitEpoch[]; closed: ClosedEpoch[] };

type Ports = { keystore: Keystore; now: () => Date };

/**
 * Holds the private keys of one account, in a worker of its own. Nothing that it hands out is a private key, and
 * nothing that the server answers is believed before a signature under the pinned root of the authority proves it.
 */
export function createKeyHolder({ keystore, now }: Ports) {
  let account: OpenAccount | null = null;
  let created: OpenAccount | null = null;

  const opened = () => {
    if (!account) throw new CryptoError("E_STATE");
    return account;
  };

  const pins = createVaultPins({ now, opened });
  const { closeCases, ...cases } = createOpenCases({ now, opened, ...pins });

  function lock() {
    account = null;
    created = null;
    closeCases();
  }

  async function unlock(
    sealedKeys: SealedKeys,
    accountId: string,
    vaultKey: Bytes,
    seenVersion: number,
    signer?: Bytes,
  ) {
    const sealed = fromBase64(sealedKeys.vault);
    const minimumVersion = Math.max(sealedKeys.version, seenVersion);
    const vault = await openVault({ sealed, vaultKey, accountId, minimumVersion });
    const keys = await accountKeys(vault);
    if (signer && !equalBytes(keys.signing.spki, signer)) throw new CryptoError("E_SENDER");
    account = { vault, vaultKey, keys, units: [], closed: [] };
    return vault.version;
  }

  /** Opened with a way back: from now on this device has the key itself. */
  async function openAndKeep(accountId: string, sealedKeys: SealedKeys, vaultKey: Bytes, signer?: Bytes) {
    const seen = await keystore.load(accountId);
    // What this device remembers of former keys says nothing about the vault of the new ones.
    const seenVersion = seen && equalBytes(seen.vaultKey, vaultKey) ? seen.version : 0;
    const version = await unlock(sealedKeys, accountId, vaultKey, seenVersion, signer);
    await keystore.save(accountId, { vaultKey, version });
  }

  async function makeKeys(accountId: string, displayName?: string) {
    const { vault, vaultKey, keys } = await createAccount({ accountId, ...(displayName && { displayName }) });
    const recoveryKey = generateRecoveryKey();
    const slot = await sealRecoverySlot({ vaultKey, recoveryKey, accountId });
    created = { vault, vaultKey, keys, units: [], closed: [] };
    return {
      recoveryKey: formatRecoveryKey(recoveryKey),
      account: {
        kemPublicKey: toBase64(keys.kem.publicKey),
        signingKey: toBase64(keys.signing.spki),
        vault: toBase64(await sealVault(vault, vaultKey)),
        slots: [asWay("recovery", slot)],
      },
    };
  }

  return {
    /** Makes the keys of a new account. They become the account's only when `keepCreated` follows. */
    async create(accountId: string, displayName?: string) {
      // A server that denies an account which this device knows must not get a second one made over it.
      if (await keystore.load(accountId)) throw new CryptoError("E_VAULT_OLD");
      return makeKeys(accountId, displayName);
    },

    /** Other keys for an account that has some: for who has lost theirs, or has them open and wants copies again. */
    async renew(accountId: string) {
      const isOpen = account?.vault.accountId === accountId;
      if (!isOpen && (await keystore.load(accountId))) throw new CryptoError("E_VAULT_OLD");
      return makeKeys(accountId);
    },

    /** The server has the new account: this device may keep its key. */
    async keepCreated() {
      if (!created) throw new CryptoError("E_STATE");
      const { vault, vaultKey } = created;
      await keystore.save(vault.accountId, { vaultKey, version: vault.version });
      account = created;
      created = null;
    },

    /** True when this device has opened the account before, whatever the server says about it. */
    knows: async (accountId: string) => (await keystore.load(accountId)) !== null,

    /** False when this device has no key of the account; nothing is lost then, another way back is needed. */
    async openWithDevice(accountId: string, sealedKeys: SealedKeys) {
      if (account?.vault.accountId === accountId) return true;
      const kept = await keystore.load(accountId);
      if (!kept) return false;
      await keystore.raise(accountId, await unlock(sealedKeys, accountId, kept.vaultKey, kept.version));
      return true;
    },

    /** Throws E_RECOVERY_FORMAT, E_RECOVERY_CHECKSUM (with the wrong group) or E_SLOT when it is another account's. */
    async openWithRecoveryKey(accountId: string, sealedKeys: SealedKeys, typed: string) {
      const recoveryKey = parseRecoveryKey(typed);
      const open = (slot: StoredSlot) => openRecoverySlot({ slot, recoveryKey, accountId });
      await openAndKeep(accountId, sealedKeys, await openFirst(sealedKeys.slots, "recovery", open));
    },

    /** `key` is what `stretchWords` made of the words. Throws E_SLOT when they are not the ones. */
    async openWithPassphrase(accountId: string, sealedKeys: SealedKeys, key: NativeKey) {
      const open = (slot: StoredSlot) => openPassphraseSlot({ slot, key, accountId });
      await openAndKeep(accountId, sealedKeys, await openFirst(sealedKeys.slots, "passphrase", open));
    },

    /** `prfOutput` is what one of the account's passkeys has computed. Throws E_SLOT when it fits none of them. */
    async openWithPasskey(accountId: string, sealedKeys: SealedKeys, prfOutput: Bytes) {
      const open = (slot: StoredSlot) => openPasskeySlot({ slot, accountId, prfOutput });
      const vaultKey = await openFirst(sealedKeys.slots, "passkey", open).finally(() => prfOutput.fill(0));
      await openAndKeep(accountId, sealedKeys, vaultKey);
    },

    ...createWaysBack({ now, opened }),
    ...createDeviceLinks({ now, opened, openGranted: openAndKeep }),
    ...createServerDrafts({ opened }),
    ...createUnitKeys({ now, opened }),
    ...createRotations({ now, opened, trusted: pins.trusted }),
    ...cases,

    /** The server keeps the vault with the new pins: from now on this device accepts no older one. */
    vaultSaved: () => keystore.raise(opened().vault.accountId, opened().vault.version),

    /** The digits of one's own keys, for somebody of an authority to compare. */
    async fingerprint() {
      const { kem, signing } = opened().keys;
      return formatFingerprint(await accountFingerprint(kem.keyId, signing.spki));
    },

    displayName: () => opened().vault.displayName ?? null,

    lock,

    /** Locks, and this device keeps nothing of the account. The server's ways back are not touched. */
    async forget(accountId: string) {
      lock();
      await keystore.forget(accountId);
    },

    /** An official's unit keys, each granted by somebody who is in the authority's signed list of that unit. */
    async openUnits({ tenantId, units }: UnitsAnswer, answer: KeysAnswer): Promise<VaultUpdate> {
      const directory = await pins.trusted(tenantId, answer);
      Object.assign(opened(), await openUnitEpochs(units, opened().keys, directory));
      return pins.pin(
        directory,
        units.map(({ unitId }) => unitId),
      );
    },

    /** Keys of the own units that lie here and do not open. */
    closedEpochs: () => opened().closed,

    /** From here the server has to prove that the key log has only grown; 0 while nothing is remembered. */
    knownLogSize: () => account?.vault.pins.log?.size ?? 0,
  };
}

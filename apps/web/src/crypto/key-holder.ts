import {
  type AccountKeys,
  accountFingerprint,
  accountKeys,
  type Bytes,
  type CaseKey,
  CryptoError,
  caseKeyObject,
  createAccount,
  type Directory,
  equalBytes,
  formatFingerprint,
  formatRecoveryKey,
  generateCaseKey,
  generateRecoveryKey,
  messageIdOf,
  type NativeKey,
  openGrant,
  openPasskeySlot,
  openPassphraseSlot,
  openRecoverySlot,
  openUnitSeed,
  openVault,
  parseRecoveryKey,
  sealGrant,
  sealRecoverySlot,
  sealVault,
  type StoredSlot,
  toHex,
  type UnitEpoch,
  uuidBytes,
  type Vault,
  vaultDigest,
} from "@dvd/crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import { type CitizenKeys, citizenKeysOf } from "./citizen-keys.ts";
import { inspectCopy } from "./copies.ts";
import { receiptOf } from "./check-stored-receipt.ts";
import { createDeviceLinks } from "./device-links.ts";
import type { Keystore } from "./keystore.ts";
import { openFirst, type SealedKeys } from "./open-first.ts";
import { createServerDrafts } from "./server-drafts.ts";
import { signChange } from "./sign-change.ts";
import { createUnitKeys } from "./unit-keys.ts";
import { pinDirectory, readDirectory, type TrustedDirectory } from "./trust.ts";
import { asWay, createWaysBack } from "./ways-back.ts";
import type { CaseAnswer, KeysAnswer, UnitsAnswer } from "./wire-types.ts";

type OpenAccount = { vault: Vault; vaultKey: Bytes; keys: AccountKeys; units: UnitEpoch[] };

/** A case that this device can read: its key, and who may speak in it. */
export type OpenCase = {
  key: CaseKey;
  me: AccountKeys["signing"];
  senderKeys: (keyIdHex: string) => Bytes | undefined;
  /** Whoever signs with one of these keys is the citizen; every other proven sender is a member of the unit. */
  citizen: CitizenKeys;
  directory: TrustedDirectory;
  unitId: string;
  /** Of the documents that the server shows: message id in hex → id of the document. */
  documentIds: ReadonlyMap<string, string>;
};

/** Pins changed: the sealed vault that the server should keep from now on. */
export type VaultUpdate = {
  expectedVersion: number;
  vault: string;
  signed: Awaited<ReturnType<typeof signChange>>;
} | null;

/** The office as the citizen saw it before sending. */
export type ChosenOffice = { tenantId: string; authority: string; unitId: string; fingerprint?: string };

type Ports = { keystore: Keystore; now: () => Date };

/**
 * Holds the private keys of one account, in a worker of its own. Nothing that it hands out is a private key, and
 * nothing that the server answers is believed before a signature under the pinned root of the authority proves it.
 */
export function createKeyHolder({ keystore, now }: Ports) {
  let account: OpenAccount | null = null;
  let created: OpenAccount | null = null;
  const cases = new Map<string, OpenCase>();

  function lock() {
    account = null;
    created = null;
    cases.clear();
  }

  const opened = () => {
    if (!account) throw new CryptoError("E_STATE");
    return account;
  };

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
    account = { vault, vaultKey, keys, units: [] };
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

  const trusted = (authority: string, answer: KeysAnswer) =>
    readDirectory(authority, answer, opened().vault.pins, now());

  async function pin(directory: TrustedDirectory, unitIds: readonly string[]): Promise<VaultUpdate> {
    const { vault, vaultKey, keys } = opened();
    if (!pinDirectory(directory, unitIds, vault.pins)) return null;
    const expectedVersion = vault.version;
    vault.version += 1;
    const sealed = await sealVault(vault, vaultKey);
    const change = { what: "vault", vault_version: vault.version, digest: await vaultDigest(sealed) } as const;
    return { expectedVersion, vault: toBase64(sealed), signed: await signChange({ vault, keys }, change, now()) };
  }

  function caseOf(caseId: string): OpenCase {
    const found = cases.get(caseId);
    if (!found) throw new CryptoError("E_STATE");
    return found;
  }

  async function makeKeys(accountId: string, displayName?: string) {
    const { vault, vaultKey, keys } = await createAccount({ accountId, ...(displayName && { displayName }) });
    const recoveryKey = generateRecoveryKey();
    const slot = await sealRecoverySlot({ vaultKey, recoveryKey, accountId });
    created = { vault, vaultKey, keys, units: [] };
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
      const directory = await trusted(tenantId, answer);
      const { keys } = opened();
      const seeds = units.flatMap(({ unitId, seeds: granted }) => granted.map((seed) => ({ unitId, ...seed })));
      opened().units = await Promise.all(
        seeds.map(({ unitId, epoch, grant }) => {
          const grantors = (id: string) => directory.signers(unitId).get(id)?.spki;
          return openUnitSeed({ env: fromBase64(grant), unitId, epoch, recipient: keys.kem, grantors });
        }),
      );
      return pin(
        directory,
        units.map(({ unitId }) => unitId),
      );
    },

    /**
     * A key for a new case, sealed for the unit whose key the authority vouches for, and for the citizen. `secret` is that
     * of a case which this device began earlier: what was sealed under it must stay readable.
     */
    async beginCase(
      caseId: string,
      { tenantId, authority, unitId, fingerprint }: ChosenOffice,
      answer: KeysAnswer,
      secret?: Bytes,
    ) {
      const directory = await trusted(tenantId, answer);
      // What stood on the screen was the server's word; the signed name is the authority's.
      if (directory.name !== authority) throw new CryptoError("E_STATEMENT_CONTEXT");
      if (!directory.isFreshAt(now())) throw new CryptoError("E_LOG_OLD");
      const { keys } = opened();
      const unit = directory.unitKey(unitId);
      if (!unit) throw new CryptoError("E_STATEMENT_CONTEXT");
      const proven = formatFingerprint(directory.rootFingerprint);
      // Before anything is pinned: what somebody may have compared must be what is sealed for.
      if ((fingerprint ?? proven) !== proven) throw new CryptoError("E_ROOT_CHANGED");
      const key = { ...generateCaseKey(), ...(secret && { secret }), scopeId: uuidBytes(caseId) };
      const object = await caseKeyObject(key.scopeId, key.generation);
      const common = { ...object, secret: key.secret, grantor: keys.signing, now: now() };
      const grants = [
        await sealGrant({ ...common, role: "citizen", recipientKey: keys.kem.publicKey }),
        await sealGrant({ ...common, role: "unit", recipientKey: unit.publicKey }),
      ];
      const self = { keyId: toHex(keys.signing.keyId), spki: keys.signing.spki, attested: null };
      const citizen = { first: self, all: [self], current: self };
      const documentIds = new Map<string, string>();
      const senders = sendersOf(directory, unitId, citizen);
      cases.set(caseId, { key, me: keys.signing, directory, unitId, documentIds, ...senders });
      return {
        scopeId: toBase64(key.scopeId),
        grants: grants.map(toBase64),
        fingerprint: proven,
        vaultUpdate: await pin(directory, [unitId]),
      };
    },

    /**
     * Opens the key of the case that was asked for, and checks from whom it came. `accepted` are the digits of an
     * authority that this person has seen and taken as the right one: a copy comes to a vault that remembers none.
     */
    async openCase(caseId: string, answer: CaseAnswer, keysAnswer: KeysAnswer, accepted?: string) {
      const { vault, keys, units } = opened();
      const scopeId = fromBase64(answer.scopeId);
      // The key's scope is the case itself: the key of one case cannot be passed off as that of another.
      if (answer.summary.caseId !== caseId || !equalBytes(scopeId, uuidBytes(caseId)))
        throw new CryptoError("E_CONTEXT");
      // Who has sent or worked with this authority before remembers it; an unknown one would come without a pin.
      const isFirstContact = !vault.pins.roots[answer.tenantId];
      if (isFirstContact && accepted === undefined) throw new CryptoError("E_ROOT_CHANGED");
      const directory = await trusted(answer.tenantId, keysAnswer);
      // What the screen says must be what the authority has signed.
      if (directory.name !== answer.summary.authority) throw new CryptoError("E_STATEMENT_CONTEXT");
      const fingerprint = formatFingerprint(directory.rootFingerprint);
      if (isFirstContact && fingerprint !== accepted) throw new CryptoError("E_ROOT_CHANGED");
      const readers = [
        { role: "citizen" as const, kem: keys.kem },
        ...units.map(({ kem }) => ({ role: "unit" as const, kem })),
      ];
      const sealed = answer.grants
        .map(({ recipientKeyId, envelope }) => ({
          envelope,
          reader: readers.find(({ kem }) => toBase64(kem.keyId) === recipientKeyId),
        }))
        .find(({ reader }) => reader !== undefined);
      if (!sealed?.reader) throw new CryptoError("E_KEY");
      const { role, kem } = sealed.reader;
      const account = role === "citizen" ? vault.accountId : answer.copies.account;
      const citizen = await citizenKeysOf(answer, directory, account);
      assertSameCitizen(citizen, cases.get(caseId));
      const grantor = role === "citizen" ? grantorFor(keys, citizen, isFirstContact) : citizen.first;
      const login = await loginOf(directory, answer, citizen.first.keyId);

      const secret = await openGrant({
        env: fromBase64(sealed.envelope),
        recipient: kem,
        expect: { ...(await caseKeyObject(scopeId, answer.generation)), role },
        grantors: (id) => (id === grantor.keyId ? grantor.spki : undefined),
      });
      const { unitId } = answer.summary;
      const key = { scopeId, generation: answer.generation, secret };
      const ids = answer.documents.map(
        async ({ seal, documentId }) => [toHex(await messageIdOf(fromBase64(seal))), documentId] as const,
      );
      const documentIds = new Map(await Promise.all(ids));
      const senders = sendersOf(directory, unitId, citizen);
      cases.set(caseId, { key, me: keys.signing, directory, unitId, documentIds, ...senders });
      return {
        fingerprint,
        login: role === "unit" ? login : null,
        copy: role === "unit" ? await inspectCopy(answer, citizen) : null,
        isFresh: directory.isFreshAt(now()),
        vaultUpdate: await pin(directory, [unitId]),
      };
    },

    /** What a case of one's own waits for: a copy of its key, or a first look at its authority. */
    waitsFor({ grants, tenantId }: CaseAnswer) {
      const { keys, vault } = opened();
      if (!grants.some(({ recipientKeyId }) => recipientKeyId === toBase64(keys.kem.keyId))) return "copy";
      return vault.pins.roots[tenantId] ? null : "acceptance";
    },

    caseOf,

    /** To write: under keys that nobody has confirmed for days, what came after them could be held back. */
    freshCaseOf(caseId: string): OpenCase {
      const found = caseOf(caseId);
      if (!found.directory.isFreshAt(now())) throw new CryptoError("E_LOG_OLD");
      return found;
    },

    /** From here the server has to prove that the key log has only grown; 0 while nothing is remembered. */
    knownLogSize: () => account?.vault.pins.log?.size ?? 0,
  };
}

export type KeyHolder = ReturnType<typeof createKeyHolder>;

/** The key that began a case never changes: a server that names another one wants to slip in a case key of its own. */
function assertSameCitizen({ first }: CitizenKeys, before: OpenCase | undefined) {
  if (before !== undefined && before.citizen.first.keyId !== first.keyId) throw new CryptoError("E_SENDER");
}

/**
 * From whom a citizen takes the key of their own case: from themselves when they began it, else from the official who has
 * attested exactly these two keys of theirs. Nobody is met for the first time over a case that was begun here.
 */
function grantorFor({ kem, signing }: AccountKeys, { all }: CitizenKeys, isFirstContact: boolean) {
  const own = all.find(({ keyId }) => keyId === toHex(signing.keyId));
  if (!own) throw new CryptoError("E_SENDER");
  if (!own.attested && isFirstContact) throw new CryptoError("E_ROOT_CHANGED");
  if (!own.attested) return own;
  const { newKemKeyId, attestation, signer } = own.attested;
  if (newKemKeyId !== toHex(kem.keyId)) throw new CryptoError("E_SENDER");
  return { keyId: attestation.attested_by, spki: signer.spki };
}

/**
 * The login behind the key that began the case, as the portal signed it for this authority and unit when it came. To an
 * official the key itself is only what the database says today; and to a citizen with new keys so is the office.
 */
async function loginOf(directory: Directory, { summary, receipt }: CaseAnswer, keyId: string) {
  const proven = receipt && (await receiptOf(directory, summary.caseId, receipt).catch(asUnprovenSender));
  if (proven?.sender.key_id !== keyId || proven.unit_id !== summary.unitId) throw new CryptoError("E_SENDER");
  return { assurance: proven.sender.assurance };
}

/** To a reader it is one trouble: nobody vouches for who sent this. */
function asUnprovenSender(cause: unknown): never {
  throw cause instanceof CryptoError ? new CryptoError("E_SENDER", { cause }) : cause;
}

/** In a case speak its citizen and the signed members of its unit; anybody else's seal proves nothing. */
function sendersOf(directory: Directory, unitId: string, citizen: CitizenKeys) {
  const ofCitizen = new Map(citizen.all.map(({ keyId, spki }) => [keyId, spki]));
  const senderKeys = (keyIdHex: string) => ofCitizen.get(keyIdHex) ?? directory.signers(unitId).get(keyIdHex)?.spki;
  return { citizen, senderKeys };
}

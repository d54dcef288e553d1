import {
  accountKeys,
  type AccountKeys,
  type Bytes,
  type CaseKey,
  caseKeyObject,
  createAccount,
  CryptoError,
  type Directory,
  formatFingerprint,
  formatRecoveryKey,
  generateCaseKey,
  generateRecoveryKey,
  openGrant,
  openRecoverySlot,
  openUnitSeed,
  openVault,
  parseRecoveryKey,
  sealGrant,
  sealRecoverySlot,
  sealVault,
  signingKeyId,
  toHex,
  type UnitEpoch,
  type Vault,
  verifyDirectory,
} from "@dvd/crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import type { Keystore } from "./keystore.ts";
import type { AccountAnswer, CaseAnswer, KeysAnswer, UnitsAnswer } from "./wire-types.ts";

type OpenAccount = { vault: Vault; vaultKey: Bytes; keys: AccountKeys; units: UnitEpoch[] };

/** A case that this device can read: its key, and who may speak in it. */
export type OpenCase = {
  key: CaseKey;
  me: AccountKeys["signing"];
  senderKeys: (keyIdHex: string) => Bytes | undefined;
  /** Whoever signs with this key is the citizen; every other proven sender is a member of the unit. */
  citizenKeyId: string;
  directory: Directory;
};

/** Pins changed: the sealed vault that the server should keep from now on. */
export type VaultUpdate = { expectedVersion: number; vault: string } | null;

type Keys = NonNullable<AccountAnswer["keys"]>;
type Ports = { keystore: Keystore; now: () => Date };

/**
 * Holds the private keys of one account, in a worker of its own. Nothing that it hands out is a private key, and
 * nothing that the server answers is believed before a signature under the pinned root of the authority proves it.
 */
export function createKeyHolder({ keystore, now }: Ports) {
  let account: OpenAccount | null = null;
  let created: OpenAccount | null = null;
  const cases = new Map<string, OpenCase>();

  const opened = () => {
    if (!account) throw new CryptoError("E_STATE");
    return account;
  };

  async function unlock(keys: Keys, accountId: string, vaultKey: Bytes) {
    const sealed = fromBase64(keys.vault);
    const vault = await openVault({ sealed, vaultKey, accountId, minimumVersion: keys.version });
    account = { vault, vaultKey, keys: await accountKeys(vault), units: [] };
    return { displayName: vault.displayName ?? null };
  }

  /** Verifies under the pins of the vault, and pins what was seen: an older or another key is refused from now on. */
  async function trust({ authority, statements }: KeysAnswer) {
    const { vault, vaultKey } = opened();
    const { roots, epochs } = vault.pins;
    const pinnedRoot = roots[authority];
    const directory = await verifyDirectory({
      authority,
      statements: statements.map(({ payload, signature }) => ({
        payload: fromBase64(payload),
        signature: fromBase64(signature),
      })),
      now: now(),
      ...(pinnedRoot && { pinnedRoot }),
      pinnedEpochs: epochs,
    });
    const pin = async (unitId: string): Promise<VaultUpdate> => {
      const epoch = directory.unitKey(unitId)?.epoch ?? 0;
      if (roots[authority] === directory.rootFingerprint && (epochs[unitId] ?? 0) >= epoch) return null;
      roots[authority] = directory.rootFingerprint;
      epochs[unitId] = Math.max(epoch, epochs[unitId] ?? 0);
      const expectedVersion = vault.version;
      vault.version += 1;
      return { expectedVersion, vault: toBase64(await sealVault(vault, vaultKey)) };
    };
    return { directory, pin };
  }

  return {
    /** Makes the keys of a new account. They become the account's only when `keepCreated` follows. */
    async create(accountId: string) {
      const { vault, vaultKey, keys } = await createAccount({ accountId });
      const recoveryKey = generateRecoveryKey();
      const slot = await sealRecoverySlot({ vaultKey, recoveryKey, accountId });
      created = { vault, vaultKey, keys, units: [] };
      return {
        recoveryKey: formatRecoveryKey(recoveryKey),
        account: {
          kemPublicKey: toBase64(keys.kem.publicKey),
          signingKey: toBase64(keys.signing.spki),
          vault: toBase64(await sealVault(vault, vaultKey)),
          slots: [
            {
              slotId: crypto.randomUUID(),
              kind: "recovery" as const,
              header: toBase64(slot.header),
              wrapped: toBase64(slot.wrapped),
            },
          ],
        },
      };
    },

    /** The server has the new account: this device may keep its key. */
    async keepCreated() {
      if (!created) throw new CryptoError("E_STATE");
      await keystore.save(created.vault.accountId, created.vaultKey);
      account = created;
      created = null;
    },

    /** False when this device has no key of the account; nothing is lost then, another way back is needed. */
    async openWithDevice(accountId: string, keys: Keys) {
      if (account?.vault.accountId === accountId) return true;
      const vaultKey = await keystore.load(accountId);
      if (!vaultKey) return false;
      await unlock(keys, accountId, vaultKey);
      return true;
    },

    /** Throws E_RECOVERY_FORMAT, E_RECOVERY_CHECKSUM (with the wrong group) or E_SLOT when it is another account's. */
    async openWithRecoveryKey(accountId: string, keys: Keys, typed: string) {
      const recoveryKey = parseRecoveryKey(typed);
      const vaultKey = await openFirst(keys, (slot) => openRecoverySlot({ slot, recoveryKey, accountId }));
      await unlock(keys, accountId, vaultKey);
      await keystore.save(accountId, vaultKey);
    },

    displayName: () => opened().vault.displayName ?? null,

    lock() {
      account = null;
      created = null;
      cases.clear();
    },

    /** An official's unit keys, each granted by somebody who is in the authority's signed list of that unit. */
    async openUnits({ units }: UnitsAnswer, answer: KeysAnswer): Promise<VaultUpdate> {
      const { directory, pin } = await trust(answer);
      const { keys } = opened();
      const seeds = units.flatMap(({ unitId, seeds: granted }) => granted.map((seed) => ({ unitId, ...seed })));
      const epochs = await Promise.all(
        seeds.map(({ unitId, epoch, grant }) => {
          const grantors = (id: string) => directory.signers(unitId).get(id)?.spki;
          return openUnitSeed({ env: fromBase64(grant), unitId, epoch, recipient: keys.kem, grantors });
        }),
      );
      opened().units = epochs;
      let update: VaultUpdate = null;
      for (const { unitId } of units) update = (await pin(unitId)) ?? update;
      return update;
    },

    /** A key for a new case, sealed for the unit whose key the authority vouches for, and for the citizen. */
    async beginCase(caseId: string, unitId: string, answer: KeysAnswer) {
      const { directory, pin } = await trust(answer);
      const { keys } = opened();
      const unit = directory.unitKey(unitId);
      if (!unit) throw new CryptoError("E_KEY");
      const key = generateCaseKey();
      const object = await caseKeyObject(key.scopeId, key.generation);
      const common = { ...object, secret: key.secret, grantor: keys.signing, now: now() };
      const grants = [
        await sealGrant({ ...common, role: "citizen", recipientKey: keys.kem.publicKey }),
        await sealGrant({ ...common, role: "unit", recipientKey: unit.publicKey }),
      ];
      cases.set(caseId, { key, me: keys.signing, directory, ...sendersOf(directory, unitId, keys.signing) });
      return {
        scopeId: toBase64(key.scopeId),
        grants: grants.map(toBase64),
        fingerprint: formatFingerprint(directory.rootFingerprint),
        vaultUpdate: await pin(unitId),
      };
    },

    /** Opens the key of a case that the server has handed out, and checks from whom it came. */
    async openCase(answer: CaseAnswer, keysAnswer: KeysAnswer) {
      const { directory } = await trust(keysAnswer);
      const { keys, units } = opened();
      const scopeId = fromBase64(answer.scopeId);
      const citizenSpki = fromBase64(answer.citizenSigningKey);
      const citizen = { spki: citizenSpki, keyId: await signingKeyId(citizenSpki) };
      const readers = [
        { role: "citizen" as const, kem: keys.kem },
        ...units.map(({ kem }) => ({ role: "unit" as const, kem })),
      ];
      for (const grant of answer.grants) {
        const reader = readers.find(({ kem }) => toBase64(kem.keyId) === grant.recipientKeyId);
        if (!reader) continue;
        const secret = await openGrant({
          env: fromBase64(grant.envelope),
          recipient: reader.kem,
          expect: { ...(await caseKeyObject(scopeId, answer.generation)), role: reader.role },
          grantors: (id) => (id === toHex(citizen.keyId) ? citizen.spki : undefined),
        });
        const key = { scopeId, generation: answer.generation, secret };
        const senders = sendersOf(directory, answer.summary.unitId, citizen);
        cases.set(answer.summary.caseId, { key, me: keys.signing, directory, ...senders });
        return { fingerprint: formatFingerprint(directory.rootFingerprint) };
      }
      throw new CryptoError("E_KEY");
    },

    caseOf(caseId: string): OpenCase {
      const found = cases.get(caseId);
      if (!found) throw new CryptoError("E_STATE");
      return found;
    },
  };
}

export type KeyHolder = ReturnType<typeof createKeyHolder>;

/** In a case speak its citizen and the signed members of its unit; anybody else's seal proves nothing. */
function sendersOf(directory: Directory, unitId: string, citizen: { spki: Bytes; keyId: Bytes }) {
  const citizenKeyId = toHex(citizen.keyId);
  const senderKeys = (keyIdHex: string) =>
    keyIdHex === citizenKeyId ? citizen.spki : directory.signers(unitId).get(keyIdHex)?.spki;
  return { citizenKeyId, senderKeys };
}

/** Any one way back opens the vault; the error of the last one says why none did. */
async function openFirst(keys: Keys, tryOpen: (slot: { header: Bytes; wrapped: Bytes }) => Promise<Bytes>) {
  let failure: unknown = new CryptoError("E_SLOT");
  for (const { header, wrapped } of keys.slots) {
    try {
      return await tryOpen({ header: fromBase64(header), wrapped: fromBase64(wrapped) });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

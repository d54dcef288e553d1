import {
  concat,
  copyOf,
  copyOfLength,
  equalBytes,
  fromBase64Url,
  readerOf,
  toBase64Url,
  u64,
  utf8,
  uuidBytes,
  uuidPattern,
  uuidText,
  type Bytes,
} from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { base64Url, checkShape, integer, object, readJson, record, text, writeJson, type Read } from "../json.ts";
import { namePattern } from "../log/checkpoint.ts";
import { authorityPattern } from "../statement/statement.ts";
import { aeadOpen, aeadSeal, importAead } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead } from "../suite.ts";

const hash = /^[0-9a-f]{64}$/;
const pinsShape = object(
  {
    /** Root fingerprint by authority: a changed root is refused from the second visit on. */
    roots: record(authorityPattern, text(64, hash)),
    /** Highest epoch seen by unit: nobody can lead the client back to a key that a leaver still has. */
    epochs: record(uuidPattern, integer(1)),
    /** By authority the newest numbers seen of its own statement, its log policy and its directory head. */
    heads: record(authorityPattern, object({ authority: integer(1), policy: integer(1), head: integer(1) }, {})),
  },
  {
    /** The public key log as it was seen last. A portal has one. */
    log: object({ origin: text(100, namePattern), size: integer(1), root: text(64, hash) }, {}),
  },
);
const sequencesShape = record(/^[0-9a-f]{32}$/, object({ sequence: integer(1), messageId: text(64, hash) }, {}));
const storedShape = object(
  {
    version: integer(1),
    accountId: text(36, uuidPattern),
    kemSeed: base64Url(32, 32),
    signingKey: base64Url(1, 512),
    pins: pinsShape,
  },
  { displayName: text(256), sequences: sequencesShape },
);

/** The secrets of one account, opened. It exists in memory only, and only while the account is unlocked. */
export type Vault = {
  version: number;
  accountId: string;
  displayName?: string;
  kemSeed: Bytes;
  /** PKCS#8 */
  signingKey: Bytes;
  pins: Read<typeof pinsShape>;
  /** By scope id in hex: the last message this account sent there, to continue the sender's chain. */
  sequences?: Read<typeof sequencesShape>;
};

const magic = utf8("PSV1");
const contextLength = 28;

const contextOf = (accountId: string, version: number): Bytes => concat(magic, uuidBytes(accountId), u64(version));

/** "PSV1" || account id || u64 version || IV || ciphertext. Throws E_VAULT when the vault breaks its own rules. */
export async function sealVault(
  vault: Vault,
  vaultKey: Uint8Array,
  random: RandomSource = randomBytes,
): Promise<Bytes> {
  const stored = { ...vault, kemSeed: toBase64Url(vault.kemSeed), signingKey: toBase64Url(vault.signingKey) };
  const plain = utf8(writeJson(checkShape(stored, storedShape, "E_VAULT")));
  const key = await importAead(copyOfLength(vaultKey, aead.keyLength, "E_KEY"));
  const context = contextOf(vault.accountId, vault.version);
  const iv = random(aead.ivLength);
  return concat(context, iv, await aeadSeal(key, iv, context, plain));
}

/** What the server may know of a vault: whose it is, and that the version grows. Throws E_VAULT. */
export function inspectVault(sealed: Uint8Array): { accountId: string; version: number } {
  refuseUnless(sealed.length > contextLength + aead.ivLength + aead.tagLength, "E_VAULT");
  const read = readerOf(copyOf(sealed));
  refuseUnless(equalBytes(read.take(4), magic), "E_VAULT");
  const accountId = uuidText(read.take(16));
  const version = read.u64();
  refuseUnless(version >= 1n && version <= BigInt(Number.MAX_SAFE_INTEGER), "E_VAULT");
  return { accountId, version: Number(version) };
}

export type OpenVaultInput = {
  sealed: Uint8Array;
  vaultKey: Uint8Array;
  accountId: string;
  /** Highest version that this device has seen: an older vault would bring old pins back. */
  minimumVersion: number;
};

/** Throws E_VAULT for a foreign, damaged or malformed vault, E_VAULT_OLD for one that was rolled back. */
export async function openVault({ sealed, vaultKey, accountId, minimumVersion }: OpenVaultInput): Promise<Vault> {
  const stated = inspectVault(sealed);
  refuseUnless(stated.accountId === accountId, "E_VAULT");
  const read = readerOf(copyOf(sealed));
  const context = read.take(contextLength);
  const iv = read.take(aead.ivLength);
  const key = await importAead(copyOfLength(vaultKey, aead.keyLength, "E_KEY"));
  const plain = await aeadOpen(key, iv, context, read.take(sealed.length - contextLength - aead.ivLength));
  if (plain === undefined) throw new CryptoError("E_VAULT");
  const stored = readJson(plain, storedShape, "E_VAULT");
  refuseUnless(stored.accountId === accountId && stored.version === stated.version, "E_VAULT");
  refuseUnless(stored.version >= minimumVersion, "E_VAULT_OLD");
  return { ...stored, kemSeed: fromBase64Url(stored.kemSeed), signingKey: fromBase64Url(stored.signingKey) };
}

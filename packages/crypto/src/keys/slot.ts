import { concat, copyOf, copyOfLength, readerOf, utf8, uuidBytes, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { aeadOpen, aeadSeal, hkdf384, importAead, type NativeKey } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead } from "../suite.ts";
import { recoveryKeyLength } from "./recovery.ts";
import { encodeSlotHeader, expectSlot, parseSlotHeader, saltLength, type SlotType } from "./slot-header.ts";

/** A way to the vault key that the server stores. `header` is public and authenticated, `wrapped` is IV || ciphertext. */
export type Slot = { readonly header: Bytes; readonly wrapped: Bytes };
export type StoredSlot = { readonly header: Uint8Array; readonly wrapped: Uint8Array };

const wrappedLength = aead.ivLength + aead.keyLength + aead.tagLength;

/** What the server checks before it stores a slot. Throws E_SLOT, E_SLOT_WEAK or E_LIMIT. */
export function inspectSlot({ header, wrapped }: StoredSlot): { type: SlotType; accountId: string } {
  const { type, accountId } = parseSlotHeader(header);
  refuseUnless(wrapped.length === wrappedLength, "E_SLOT");
  return { type, accountId };
}

export async function sealSlot(
  key: NativeKey,
  header: Bytes,
  vaultKey: Uint8Array,
  random: RandomSource,
): Promise<Slot> {
  const own = copyOfLength(vaultKey, aead.keyLength, "E_KEY");
  const iv = random(aead.ivLength);
  return { header, wrapped: concat(iv, await aeadSeal(key, iv, header, own)) };
}

export async function unwrapWith(key: NativeKey, context: Bytes, wrapped: Uint8Array): Promise<Bytes> {
  const read = readerOf(copyOfLength(wrapped, wrappedLength, "E_SLOT"));
  const vaultKey = await aeadOpen(key, read.take(aead.ivLength), context, read.take(wrappedLength - aead.ivLength));
  if (vaultKey === undefined) throw new CryptoError("E_SLOT");
  return vaultKey;
}

const recoveryWrapKey = async (recoveryKey: Uint8Array, salt: Bytes, accountId: string): Promise<NativeKey> => {
  const secret = copyOfLength(recoveryKey, recoveryKeyLength, "E_SLOT");
  const info = concat(utf8("PSV1 recovery\0"), uuidBytes(accountId));
  return importAead(await hkdf384(secret, salt, info, aead.keyLength));
};

export type Sealing = { vaultKey: Uint8Array; accountId: string; random?: RandomSource };
export type Opening = { slot: StoredSlot; accountId: string };

export async function sealRecoverySlot(input: Sealing & { recoveryKey: Uint8Array }): Promise<Slot> {
  const random = input.random ?? randomBytes;
  const salt = random(saltLength);
  const header = encodeSlotHeader("recovery", input.accountId, salt);
  return sealSlot(await recoveryWrapKey(input.recoveryKey, salt, input.accountId), header, input.vaultKey, random);
}

/** Returns the vault key. Throws E_SLOT: another account's slot, another type, damaged, or not this recovery key. */
export async function openRecoverySlot(input: Opening & { recoveryKey: Uint8Array }): Promise<Bytes> {
  const salt = expectSlot(input.slot.header, "recovery", input.accountId);
  const key = await recoveryWrapKey(input.recoveryKey, salt, input.accountId);
  return unwrapWith(key, copyOf(input.slot.header), input.slot.wrapped);
}

/** `header` and `key` belong together: see `newPassphraseHeader` and `passphraseKey`. */
export async function sealPassphraseSlot(input: Sealing & { header: Uint8Array; key: NativeKey }): Promise<Slot> {
  expectSlot(input.header, "passphrase", input.accountId);
  return sealSlot(input.key, copyOf(input.header), input.vaultKey, input.random ?? randomBytes);
}

/** Throws E_SLOT: another account's slot, another type, damaged, or not these words; E_SLOT_WEAK and E_LIMIT. */
export async function openPassphraseSlot(input: Opening & { key: NativeKey }): Promise<Bytes> {
  expectSlot(input.slot.header, "passphrase", input.accountId);
  return unwrapWith(input.key, copyOf(input.slot.header), input.slot.wrapped);
}

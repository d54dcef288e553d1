import {
  concat,
  copyOf,
  copyOfLength,
  equalBytes,
  isZero,
  readerOf,
  rowOf,
  utf8,
  uuidBytes,
  uuidText,
  type Bytes,
} from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { aeadOpen, aeadSeal, hkdf384, importAead, type NativeKey } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead } from "../suite.ts";
import { recoveryKeyLength } from "./recovery.ts";

/** A way to the vault key that the server stores. `header` is public and authenticated, `wrapped` is IV || ciphertext. */
export type Slot = { readonly header: Bytes; readonly wrapped: Bytes };
type StoredSlot = { readonly header: Uint8Array; readonly wrapped: Uint8Array };

/** Every type that has no row is refused. */
const slotTypes = { recovery: 3 } as const;
export type SlotType = keyof typeof slotTypes;
const parameterLengths: Readonly<Record<SlotType, number>> = { recovery: 32 };

const magic = utf8("PSL1");
const fixedLength = 24;
const wrappedLength = aead.ivLength + aead.keyLength + aead.tagLength;

const encodeHeader = (type: SlotType, accountId: string, parameters: Bytes): Bytes =>
  concat(magic, Uint8Array.of(slotTypes[type], 0, 0, 0), uuidBytes(accountId), parameters);

type SlotFields = { type: SlotType; accountId: string; parameters: Bytes };

function parseHeader(bytes: Uint8Array): SlotFields {
  refuseUnless(bytes.length >= fixedLength, "E_SLOT");
  const read = readerOf(copyOf(bytes));
  refuseUnless(equalBytes(read.take(4), magic), "E_SLOT");
  const type = rowOf(slotTypes, read.u8());
  if (type === undefined) throw new CryptoError("E_SLOT");
  refuseUnless(isZero(read.take(3)), "E_SLOT");
  const accountId = uuidText(read.take(16));
  refuseUnless(bytes.length === fixedLength + parameterLengths[type], "E_SLOT");
  return { type, accountId, parameters: read.take(parameterLengths[type]) };
}

/** What the server checks before it stores a slot. Throws E_SLOT. */
export function inspectSlot({ header, wrapped }: StoredSlot): { type: SlotType; accountId: string } {
  const { type, accountId } = parseHeader(header);
  refuseUnless(wrapped.length === wrappedLength, "E_SLOT");
  return { type, accountId };
}

const recoveryWrapKey = async (recoveryKey: Uint8Array, salt: Bytes, accountId: string): Promise<NativeKey> => {
  const secret = copyOfLength(recoveryKey, recoveryKeyLength, "E_SLOT");
  const info = concat(utf8("PSV1 recovery\0"), uuidBytes(accountId));
  return importAead(await hkdf384(secret, salt, info, aead.keyLength));
};

export async function sealRecoverySlot(input: {
  vaultKey: Uint8Array;
  recoveryKey: Uint8Array;
  accountId: string;
  random?: RandomSource;
}): Promise<Slot> {
  const random = input.random ?? randomBytes;
  const vaultKey = copyOfLength(input.vaultKey, aead.keyLength, "E_KEY");
  const salt = random(parameterLengths.recovery);
  const header = encodeHeader("recovery", input.accountId, salt);
  const key = await recoveryWrapKey(input.recoveryKey, salt, input.accountId);
  const iv = random(aead.ivLength);
  return { header, wrapped: concat(iv, await aeadSeal(key, iv, header, vaultKey)) };
}

/** Returns the vault key. Throws E_SLOT: another account's slot, another type, damaged, or not this recovery key. */
export async function openRecoverySlot(input: {
  slot: StoredSlot;
  recoveryKey: Uint8Array;
  accountId: string;
}): Promise<Bytes> {
  const { type, accountId, parameters } = parseHeader(input.slot.header);
  refuseUnless(type === "recovery" && accountId === input.accountId, "E_SLOT");
  const key = await recoveryWrapKey(input.recoveryKey, parameters, accountId);
  return unwrapWith(key, copyOf(input.slot.header), input.slot.wrapped);
}

async function unwrapWith(key: NativeKey, context: Bytes, wrapped: Uint8Array): Promise<Bytes> {
  const read = readerOf(copyOfLength(wrapped, wrappedLength, "E_SLOT"));
  const vaultKey = await aeadOpen(key, read.take(aead.ivLength), context, read.take(wrappedLength - aead.ivLength));
  if (vaultKey === undefined) throw new CryptoError("E_SLOT");
  return vaultKey;
}

const deviceContext = (accountId: string): Bytes => concat(utf8("PSV1 device\0"), uuidBytes(accountId));

/** IV || ciphertext for this device's own storage; it never goes to the server. */
export async function wrapForDevice(
  vaultKey: Uint8Array,
  deviceKey: NativeKey,
  accountId: string,
  random: RandomSource = randomBytes,
): Promise<Bytes> {
  const iv = random(aead.ivLength);
  const own = copyOfLength(vaultKey, aead.keyLength, "E_KEY");
  return concat(iv, await aeadSeal(deviceKey, iv, deviceContext(accountId), own));
}

/** Throws E_SLOT when it was wrapped by another device, for another account, or has been damaged. */
export const unwrapForDevice = (wrapped: Uint8Array, deviceKey: NativeKey, accountId: string): Promise<Bytes> =>
  unwrapWith(deviceKey, deviceContext(accountId), wrapped);

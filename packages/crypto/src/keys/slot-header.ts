import {
  concat,
  copyOf,
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
import { costLength, readCost } from "./argon2-cost.ts";

/** Every type that has no row is refused. */
const slotTypes = { passphrase: 1, passkey: 2, recovery: 3 } as const;
export type SlotType = keyof typeof slotTypes;

export const saltLength = 32;
export const passphraseSaltLength = 16;
/** WebAuthn asks for at least 16 bytes. It permits 1023, which Node's HKDF would not take; nobody makes such long ones. */
const credentialIdLength = { from: 16, to: 512 };

type Lengths = { from: number; to: number };
const exactly = (length: number): Lengths => ({ from: length, to: length });
const parameterLengths: Readonly<Record<SlotType, Lengths>> = {
  passphrase: exactly(passphraseSaltLength + costLength),
  passkey: { from: saltLength + credentialIdLength.from, to: saltLength + credentialIdLength.to },
  recovery: exactly(saltLength),
};

const magic = utf8("PSL1");
const fixedLength = 24;

export const encodeSlotHeader = (type: SlotType, accountId: string, ...parameters: Uint8Array[]): Bytes =>
  concat(magic, Uint8Array.of(slotTypes[type], 0, 0, 0), uuidBytes(accountId), ...parameters);

export type SlotHeader = { type: SlotType; accountId: string; parameters: Bytes };

/** Throws E_SLOT; for a passphrase slot also E_SLOT_WEAK and E_LIMIT, before anybody has typed a word. */
export function parseSlotHeader(bytes: Uint8Array): SlotHeader {
  refuseUnless(bytes.length >= fixedLength, "E_SLOT");
  const read = readerOf(copyOf(bytes));
  refuseUnless(equalBytes(read.take(4), magic), "E_SLOT");
  const type = rowOf(slotTypes, read.u8());
  if (type === undefined) throw new CryptoError("E_SLOT");
  refuseUnless(isZero(read.take(3)), "E_SLOT");
  const accountId = uuidText(read.take(16));
  const length = bytes.length - fixedLength;
  const { from, to } = parameterLengths[type];
  refuseUnless(length >= from && length <= to, "E_SLOT");
  const parameters = read.take(length);
  if (type === "passphrase") readCost(parameters.slice(passphraseSaltLength));
  return { type, accountId, parameters };
}

/** The parameters of a slot that has to be of this type and this account. Throws as above. */
export function expectSlot(bytes: Uint8Array, type: SlotType, accountId: string): Bytes {
  const header = parseSlotHeader(bytes);
  refuseUnless(header.type === type && header.accountId === accountId, "E_SLOT");
  return header.parameters;
}

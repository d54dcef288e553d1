import {
  concat,
  copyOf,
  copyOfLength,
  equalBytes,
  readerOf,
  u32,
  u64,
  utf8,
  uuidBytes,
  uuidText,
  type Bytes,
} from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { aeadOpen, aeadSeal, hkdf384, importAead, type NativeKey } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead } from "../suite.ts";

/** Whose, which one, and how often it was saved. All of it is authenticated: nothing opens under another place. */
export type DraftPlace = { accountId: string; draftId: string; version: number };

const magic = utf8("PSW1");
const contextLength = 44;
/** Somebody who watches a draft grow learns of every fourth kilobyte, not of every answer. */
const step = 4096;
const shortest = contextLength + aead.ivLength + step + aead.tagLength;

const contextOf = ({ accountId, draftId, version }: DraftPlace): Bytes =>
  concat(magic, uuidBytes(accountId), uuidBytes(draftId), u64(version));

/** The key of an account's drafts on the server: whoever can open the vault can open them, and nobody else. */
export async function draftKey(vaultKey: Uint8Array, accountId: string): Promise<NativeKey> {
  const secret = copyOfLength(vaultKey, aead.keyLength, "E_KEY");
  const info = concat(utf8("PSW1 draft\0"), uuidBytes(accountId));
  return importAead(await hkdf384(secret, new Uint8Array(), info, aead.keyLength));
}

/** "PSW1" || account id || draft id || u64 version || IV || ciphertext || tag. Throws E_DRAFT for a version below 1. */
export async function sealDraft(
  key: NativeKey,
  place: DraftPlace,
  content: Uint8Array,
  random: RandomSource = randomBytes,
): Promise<Bytes> {
  refuseUnless(Number.isSafeInteger(place.version) && place.version >= 1, "E_DRAFT");
  const context = contextOf(place);
  const plain = new Uint8Array(Math.ceil((4 + content.length) / step) * step);
  plain.set(u32(content.length));
  plain.set(content, 4);
  const iv = random(aead.ivLength);
  return concat(context, iv, await aeadSeal(key, iv, context, plain));
}

/** What the server may know of a draft. Throws E_DRAFT. */
export function inspectDraft(sealed: Uint8Array): DraftPlace {
  refuseUnless(sealed.length >= shortest && (sealed.length - shortest) % step === 0, "E_DRAFT");
  const read = readerOf(copyOf(sealed));
  refuseUnless(equalBytes(read.take(4), magic), "E_DRAFT");
  const place = { accountId: uuidText(read.take(16)), draftId: uuidText(read.take(16)) };
  const version = read.u64();
  refuseUnless(version >= 1n && version <= BigInt(Number.MAX_SAFE_INTEGER), "E_DRAFT");
  return { ...place, version: Number(version) };
}

/** Throws E_DRAFT for one that is damaged, somebody else's, another draft or another version than the place says. */
export async function openDraft(key: NativeKey, place: DraftPlace, sealed: Uint8Array): Promise<Bytes> {
  inspectDraft(sealed);
  const context = contextOf(place);
  const read = readerOf(copyOf(sealed));
  refuseUnless(equalBytes(read.take(contextLength), context), "E_DRAFT");
  const iv = read.take(aead.ivLength);
  const plain = await aeadOpen(key, iv, context, read.take(sealed.length - contextLength - aead.ivLength));
  if (plain === undefined) throw new CryptoError("E_DRAFT");
  const length = readerOf(plain.slice(0, 4)).u32();
  const end = 4 + length;
  // Padding is zeros and shorter than a step: one content has one length.
  refuseUnless(end <= plain.length && plain.length - end < step, "E_DRAFT");
  refuseUnless(
    plain.subarray(end).every((byte) => byte === 0),
    "E_DRAFT",
  );
  return plain.slice(4, end);
}

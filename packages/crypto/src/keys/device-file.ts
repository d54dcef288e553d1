import { concat, u64, utf8, uuidBytes, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { aeadOpen, aeadSeal, type NativeKey, sha256 } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead } from "../suite.ts";

/**
 * What a device keeps for itself until it is sent: files in pieces, and short records about them. Form of both: IV ||
 * ciphertext || tag, under an AES key that cannot be exported. It never goes to a server and no other device reads it.
 */
export const devicePieceLength = 262_144;
export const devicePieceOverhead = aead.ivLength + aead.tagLength;

export type PiecePlace = { fileId: string; index: number; isLast: boolean };

/** A piece belongs to one place of one file: another order, another file or an end cut off does not open. */
const pieceContext = ({ fileId, index, isLast }: PiecePlace): Bytes =>
  concat(utf8("PSD1 piece\0"), uuidBytes(fileId), u64(index), Uint8Array.of(isLast ? 1 : 0));

const recordContext = (id: string): Bytes => concat(utf8("PSD1 record\0"), uuidBytes(id));

export const sealDevicePiece = (
  key: NativeKey,
  place: PiecePlace,
  plain: Bytes,
  random: RandomSource = randomBytes,
): Promise<Bytes> => seal(key, pieceContext(place), plain, random);

/** Throws E_SOURCE when it is damaged, of another place, or of another device. */
export const openDevicePiece = (key: NativeKey, place: PiecePlace, sealed: Bytes): Promise<Bytes> =>
  open(key, pieceContext(place), sealed);

export const sealDeviceRecord = (
  key: NativeKey,
  id: string,
  plain: Bytes,
  random: RandomSource = randomBytes,
): Promise<Bytes> => seal(key, recordContext(id), plain, random);

/** Throws E_SOURCE when it is damaged, about something else, or of another device. */
export const openDeviceRecord = (key: NativeKey, id: string, sealed: Bytes): Promise<Bytes> =>
  open(key, recordContext(id), sealed);

/**
 * Names a content by its pieces, taken in order: a file that was picked again is known to be the same without ever being
 * in memory as a whole.
 */
export function createPieceDigest() {
  const digests: Bytes[] = [];
  return {
    async take(pieces: readonly Bytes[]) {
      digests.push(...(await Promise.all(pieces.map(sha256))));
    },
    end: () => sha256(concat(utf8("PSD1 content\0"), ...digests)),
  };
}

async function seal(key: NativeKey, context: Bytes, plain: Bytes, random: RandomSource): Promise<Bytes> {
  const iv = random(aead.ivLength);
  return concat(iv, await aeadSeal(key, iv, context, plain));
}

async function open(key: NativeKey, context: Bytes, sealed: Bytes): Promise<Bytes> {
  refuseUnless(sealed.length >= devicePieceOverhead, "E_SOURCE");
  const iv = sealed.subarray(0, aead.ivLength);
  const plain = await aeadOpen(key, iv, context, sealed.subarray(aead.ivLength));
  if (plain === undefined) throw new CryptoError("E_SOURCE");
  return plain;
}

import { concat, u32, u64, utf8, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { aeadOpen, aeadSeal, hmac384, type NativeKey } from "../primitives.ts";
import { aead, segmentLength, segmentOverhead, type Suite } from "../suite.ts";

const one = Uint8Array.of(1);

/** The key of one container. Container id, scope and generation are part of the derivation: a moved header finds no key. */
export async function containerKey(caseSecret: Bytes, header: Bytes): Promise<Bytes> {
  const block = await hmac384(caseSecret, concat(utf8("PSC1 container key\0"), header.subarray(8, 44), one));
  return block.slice(0, 32);
}

export type FloeKeys = { headerTag: Bytes; messageKey: Bytes; dataKey: Bytes };

/** FLOE with HKDF-Expand-SHA-384, one block each; the 128 header bytes are its associated data. */
export async function floeKeys(suite: Suite, key: Bytes, iv: Bytes, header: Bytes): Promise<FloeKeys> {
  const expand = (secret: Bytes, purpose: Bytes) =>
    hmac384(secret, concat(suite.floeParameters, iv, purpose, header, one));
  const headerTag = (await expand(key, utf8("HEADER_TAG:"))).slice(0, 32);
  const messageKey = await expand(key, utf8("MESSAGE_KEY:"));
  // FLOE changes this key every 2^20 segments; the length limit of the format ends at 32,773 of them.
  const dataKey = (await expand(messageKey, concat(utf8("DEK:"), u64(0)))).slice(0, 32);
  return { headerTag, messageKey, dataKey };
}

export type SegmentPlace = { index: number; isLast: boolean };

const contextOf = ({ index, isLast }: SegmentPlace): Bytes => concat(u64(index), Uint8Array.of(isLast ? 1 : 0));

export const notLast = 0xffffffff;
/** What the first four bytes of a segment of this length must say. */
export const framingWord = (length: number, isLast: boolean): number => (isLast ? length : notLast);

/** Writes the segment into `segment`, whose length follows from that of the plaintext. */
export async function encryptSegment(
  key: NativeKey,
  place: SegmentPlace,
  iv: Bytes,
  plain: Bytes,
  segment: Bytes = new Uint8Array(plain.length + segmentOverhead),
): Promise<Bytes> {
  const encrypted = await aeadSeal(key, iv, contextOf(place), plain);
  segment.set(u32(framingWord(segment.length, place.isLast)));
  segment.set(iv, 4);
  segment.set(encrypted, 4 + aead.ivLength);
  return segment;
}

/** Throws E_FRAMING or E_SEGMENT with the number of the segment. */
export async function decryptSegment(key: NativeKey, place: SegmentPlace, segment: Bytes): Promise<Bytes> {
  const word = new DataView(segment.buffer, segment.byteOffset).getUint32(0);
  refuseUnless(word === framingWord(segment.length, place.isLast), "E_FRAMING", { segment: place.index });
  const iv = segment.subarray(4, 4 + aead.ivLength);
  const plain = await aeadOpen(key, iv, contextOf(place), segment.subarray(4 + aead.ivLength));
  if (plain === undefined) throw new CryptoError("E_SEGMENT", { segment: place.index });
  return plain;
}

export const isLastSegment = (bodyLength: number, index: number): boolean => (index + 1) * segmentLength >= bodyLength;

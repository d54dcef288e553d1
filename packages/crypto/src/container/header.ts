import { concat, copyOfLength, equalBytes, isZero, readerOf, rowOf, u32, u64, utf8, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { segmentOverhead, segmentPlainLength, suiteOf, type Suite } from "../suite.ts";
import { maximumPaddedLength, minimumPaddedLength, padme } from "./padding.ts";

export const headerLength = 128;

/** Byte 3 stays free: the receipt of the first draft of the format became a signed statement. */
export const containerTypes = { file: 1, message: 2 } as const;
export type ContainerType = keyof typeof containerTypes;

export type Header = {
  suite: number;
  type: ContainerType;
  containerId: Bytes;
  scopeId: Bytes;
  generation: number;
  /** The sender's own count of messages in this key scope, 0 for files. */
  sequence: bigint;
  paddedLength: number;
  senderKeyId: Bytes;
  /** Message id of the sender's previous message in this key scope, zero for the first one and for files. */
  previous: Bytes;
};

const magic = utf8("PSC1");

export function encodeHeader(header: Header): Bytes {
  const bytes = concat(
    magic,
    Uint8Array.of(header.suite, containerTypes[header.type], 0, 0),
    header.containerId,
    header.scopeId,
    u32(header.generation),
    u32(0),
    u64(header.sequence),
    u64(header.paddedLength),
    header.senderKeyId,
    header.previous,
  );
  // The strict parser is the only judge of what a valid header is, for writers as well.
  parseHeader(bytes);
  return bytes;
}

/** Throws E_LENGTH, E_MAGIC, E_SUITE, E_TYPE, E_RESERVED, E_LIMIT, E_PADDING, E_SEQ or E_PREV. */
export function parseHeader(bytes: Uint8Array, suites?: ReadonlySet<number>): Header {
  const read = readerOf(copyOfLength(bytes, headerLength, "E_LENGTH"));
  refuseUnless(equalBytes(read.take(4), magic), "E_MAGIC");
  const suite = suiteOf(read.u8(), suites).id;
  const type = typeOf(read.u8());
  refuseUnless(isZero(read.take(2)), "E_RESERVED");
  const containerId = read.take(16);
  const scopeId = read.take(16);
  const generation = read.u32();
  refuseUnless(generation >= 1, "E_LIMIT");
  refuseUnless(isZero(read.take(4)), "E_RESERVED");
  const sequence = read.u64();
  const paddedLength = paddedLengthOf(read.u64());
  const senderKeyId = read.take(32);
  const previous = read.take(32);
  if (type === "file") {
    refuseUnless(sequence === 0n, "E_SEQ");
    refuseUnless(isZero(previous), "E_PREV");
  } else {
    refuseUnless(sequence >= 1n, "E_SEQ");
    refuseUnless(sequence > 1n || isZero(previous), "E_PREV");
  }
  return { suite, type, containerId, scopeId, generation, sequence, paddedLength, senderKeyId, previous };
}

function typeOf(byte: number): ContainerType {
  const type = rowOf(containerTypes, byte);
  if (type === undefined) throw new CryptoError("E_TYPE");
  return type;
}

function paddedLengthOf(value: bigint): number {
  refuseUnless(value >= BigInt(minimumPaddedLength) && value <= BigInt(maximumPaddedLength), "E_LIMIT");
  const length = Number(value);
  // A length that padding never produces would tell more about the content than its neighbours do.
  refuseUnless(padme(length) === length, "E_PADDING");
  return length;
}

export const segmentCountOf = (paddedLength: number): number => Math.ceil(paddedLength / segmentPlainLength);
export const bodyLengthOf = (paddedLength: number): number =>
  paddedLength + segmentCountOf(paddedLength) * segmentOverhead;

const headerTagLength = 32;
export const floeHeaderLength = (suite: Suite): number =>
  suite.floeParameters.length + suite.floeIvLength + headerTagLength;

/** Takes FH apart without a key. Throws E_LENGTH, or E_SUITE when the parameters are not those of the suite. */
export function parseFloeHeader(bytes: Uint8Array, suite: Suite): { iv: Bytes; tag: Bytes } {
  const read = readerOf(copyOfLength(bytes, floeHeaderLength(suite), "E_LENGTH"));
  refuseUnless(equalBytes(read.take(suite.floeParameters.length), suite.floeParameters), "E_SUITE");
  return { iv: read.take(suite.floeIvLength), tag: read.take(headerTagLength) };
}

import { copyOf, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { segmentLength, segmentOverhead, suiteOf } from "../suite.ts";
import { framingWord, isLastSegment } from "./floe.ts";
import { bodyLengthOf, parseFloeHeader, parseHeader, segmentCountOf, type Header } from "./header.ts";
import { maximumPaddedLength, minimumPaddedLength } from "./padding.ts";

/** Upload parts are 32 segments, exactly 8 MiB of ciphertext. */
export const segmentsPerPart = 32;
export const partSize = segmentsPerPart * segmentLength;

export const partCount = (bodyLength: number): number => Math.ceil(bodyLength / partSize);

export type PartRange = { firstSegment: number; segments: number; offset: number; length: number };

/** Which segments and bytes upload part `index` holds. Throws E_LIMIT when there is no such part. */
export function partAt(bodyLength: number, index: number): PartRange {
  refuseUnless(Number.isInteger(index) && index >= 0 && index < partCount(bodyLength), "E_LIMIT");
  const offset = index * partSize;
  const length = Math.min(partSize, bodyLength - offset);
  return { firstSegment: index * segmentsPerPart, segments: Math.ceil(length / segmentLength), offset, length };
}

export type PublicHeader = Header & { bodyLength: number; segmentCount: number };

/** All that HDR and FH say without a key. Throws like parseHeader, and E_LENGTH or E_SUITE for FH. */
export function parsePublicHeader(
  header: Uint8Array,
  floeHeader: Uint8Array,
  suites?: ReadonlySet<number>,
): PublicHeader {
  const parsed = parseHeader(header, suites);
  parseFloeHeader(floeHeader, suiteOf(parsed.suite, suites));
  return {
    ...parsed,
    bodyLength: bodyLengthOf(parsed.paddedLength),
    segmentCount: segmentCountOf(parsed.paddedLength),
  };
}

export type IncrementalHash = { update(bytes: Uint8Array): unknown; digest(): Uint8Array };

export type FrameCheckInput = {
  bodyLength: number;
  firstSegment: number;
  segments: number;
  /** SHA-256, incremental; WebCrypto has none. */
  createHash: () => IncrementalHash;
};

export type FrameCheck = {
  /** Throws E_FRAMING with the segment, or E_LENGTH as soon as there is one byte too many. */
  push(chunk: Uint8Array): void;
  /** SHA-256 of every segment of the run. Throws E_LENGTH when bytes are missing. */
  end(): Bytes[];
};

/**
 * What a server without keys can see of a run of segments while it streams: framing words, lengths, hashes.
 * Holds one hash state and no bytes. Once it has refused it refuses for good.
 */
export function createFrameCheck({ bodyLength, firstSegment, segments, createHash }: FrameCheckInput): FrameCheck {
  checkRun(bodyLength, firstSegment, segments);
  const endSegment = firstSegment + segments;
  const digests: Bytes[] = [];
  let refusal: unknown;
  let index = firstSegment;
  let at = 0;
  let word = 0;
  let hash = createHash();

  const lengthOf = (segment: number) => Math.min(segmentLength, bodyLength - segment * segmentLength);

  const takeWord = (bytes: Uint8Array) => {
    for (let i = 0; i < bytes.length && at + i < 4; i++) word = ((word << 8) | (bytes[i] ?? 0)) >>> 0;
    if (at < 4 && at + bytes.length >= 4) {
      const expected = framingWord(lengthOf(index), isLastSegment(bodyLength, index));
      refuseUnless(word === expected, "E_FRAMING", { segment: index });
    }
  };

  const takeAll = (chunk: Uint8Array) => {
    for (let from = 0; from < chunk.length; ) {
      refuseUnless(index < endSegment, "E_LENGTH");
      const part = chunk.subarray(from, from + lengthOf(index) - at);
      takeWord(part);
      hash.update(part);
      from += part.length;
      at += part.length;
      if (at < lengthOf(index)) continue;
      digests.push(copyOf(hash.digest()));
      hash = createHash();
      index += 1;
      at = 0;
      word = 0;
    }
  };

  const guarded = (step: () => void) => {
    if (refusal !== undefined) throw refusal;
    try {
      step();
    } catch (error) {
      refusal = error;
      throw error;
    }
  };

  return {
    push: (chunk) => guarded(() => takeAll(chunk)),
    end() {
      guarded(() => refuseUnless(index === endSegment, "E_LENGTH"));
      return digests;
    },
  };
}

function checkRun(bodyLength: number, firstSegment: number, segments: number) {
  const count = Math.ceil(bodyLength / segmentLength);
  const paddedLength = bodyLength - count * segmentOverhead;
  const isPossible =
    Number.isSafeInteger(bodyLength) &&
    paddedLength >= minimumPaddedLength &&
    paddedLength <= maximumPaddedLength &&
    bodyLengthOf(paddedLength) === bodyLength;
  const isInside =
    Number.isInteger(firstSegment) &&
    Number.isInteger(segments) &&
    firstSegment >= 0 &&
    segments >= 1 &&
    firstSegment + segments <= count;
  if (!isPossible || !isInside) throw new CryptoError("E_LIMIT");
}

import { copyOf, equalBytes, type Bytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import type { SigningKey } from "../keys/signing.ts";
import { sha256 } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead, segmentLength, segmentPlainLength } from "../suite.ts";
import { encryptSegment, isLastSegment } from "./floe.ts";
import { partAt, partCount } from "./frame-check.ts";
import { bodyLengthOf, parseHeader } from "./header.ts";
import { encodeMeta, type ContainerMeta } from "./meta.ts";
import { unlock, type LockedContainer } from "./open.ts";
import { padme } from "./padding.ts";
import { signSegments } from "./seal-record.ts";
import { callsInFlight } from "./stream.ts";

/** Bytes of the content from `start` up to `end`, exactly those. */
export type ReadContent = (start: number, end: number) => Promise<Uint8Array>;

export type SealPartsInput = LockedContainer & {
  sender: SigningKey;
  /** Byte for byte what the header was made for: it lies in front of the content. */
  meta: ContainerMeta;
  size: number;
  random?: RandomSource;
};

export type SealedPart = {
  body: Bytes;
  /** SHA-256 of the part's segments, 32 bytes each, in their order. */
  digests: Bytes;
};

export type PartSealing = {
  readonly containerId: Bytes;
  readonly bodyLength: number;
  readonly partCount: number;
  /**
   * Encrypts one upload part, into `buffer` if there is one, with four segments of plaintext in memory. In any order,
   * and again: each time under IVs drawn anew, so that what was sealed before is another ciphertext of the same place.
   * Throws E_LIMIT when there is no such part, E_SOURCE when the content does not give exactly what was asked for.
   */
  sealPart(part: number, read: ReadContent, buffer?: Bytes): Promise<SealedPart>;
  /**
   * Signs the parts as they are stored. Each must be what `sealPart` returned here, also days ago: hashes that only a
   * server names must never come in. Throws E_STATE when one is missing.
   */
  finish(digests: readonly Uint8Array[]): Promise<{ seal: Bytes; messageId: Bytes }>;
};

const digestLength = 32;

/**
 * Seals the content of a file whose header exists: the first time, and on after an interruption. What has to be kept
 * for that are the two headers, meta and size, and the digests of the parts; the key comes from the case again. Throws
 * as accessSegments, E_TYPE for a message, E_SENDER for somebody else's header, E_LENGTH for one of another content.
 */
export async function sealParts(input: SealPartsInput): Promise<PartSealing> {
  const { caseKey, sender, meta, size } = input;
  const [header, floeHeader] = [copyOf(input.header), copyOf(input.floeHeader)];
  const parsed = parseHeader(header, input.suites);
  refuseUnless(parsed.type === "file", "E_TYPE");
  refuseUnless(equalBytes(parsed.scopeId, caseKey.scopeId), "E_CONTEXT");
  refuseUnless(parsed.generation === caseKey.generation, "E_KEYGEN");
  refuseUnless(equalBytes(parsed.senderKeyId, sender.keyId), "E_SENDER");
  const front = encodeMeta(meta, size);
  const { paddedLength } = parsed;
  refuseUnless(padme(front.length + size) === paddedLength, "E_LENGTH");
  const dataKey = await unlock({ ...input, header, floeHeader }, parsed);
  const random = input.random ?? randomBytes;
  const bodyLength = bodyLengthOf(paddedLength);
  const parts = partCount(bodyLength);

  /** u32 m || meta || content || zeros, from `start` on, into a buffer that holds zeros. */
  async function fill(frame: Bytes, start: number, read: ReadContent) {
    frame.set(front.subarray(start, start + frame.length));
    const from = Math.max(start - front.length, 0);
    const end = Math.min(start + frame.length - front.length, size);
    if (end <= from) return;
    const content = await read(from, end);
    refuseUnless(content.length === end - from, "E_SOURCE");
    frame.set(content, from + front.length - start);
  }

  async function encrypt(index: number, plain: Bytes, segment: Bytes) {
    const place = { index, isLast: isLastSegment(bodyLength, index) };
    return sha256(await encryptSegment(dataKey, place, random(aead.ivLength), plain, segment));
  }

  return {
    containerId: copyOf(parsed.containerId),
    bodyLength,
    partCount: parts,

    async sealPart(part, read, buffer) {
      const { firstSegment, segments, length } = partAt(bodyLength, part);
      const body = (buffer ?? new Uint8Array(length)).subarray(0, length);
      refuseUnless(body.length === length, "E_LENGTH");
      const digests = new Uint8Array(segments * digestLength);
      for (let first = 0; first < segments; first += callsInFlight) {
        const start = (firstSegment + first) * segmentPlainLength;
        const frame = new Uint8Array(Math.min(callsInFlight * segmentPlainLength, paddedLength - start));
        await fill(frame, start, read);
        const inFlight = Array.from({ length: Math.min(callsInFlight, segments - first) }, async (_, nth) => {
          const plain = frame.subarray(nth * segmentPlainLength, (nth + 1) * segmentPlainLength);
          const at = (first + nth) * segmentLength;
          const digest = await encrypt(firstSegment + first + nth, plain, body.subarray(at, at + segmentLength));
          digests.set(digest, (first + nth) * digestLength);
        });
        await Promise.all(inFlight);
      }
      return { body, digests };
    },

    async finish(digests) {
      refuseUnless(digests.length === parts, "E_STATE");
      const segmentDigests = digests.flatMap((ofPart, part) => {
        refuseUnless(ofPart.length === partAt(bodyLength, part).segments * digestLength, "E_STATE");
        return Array.from({ length: ofPart.length / digestLength }, (_, segment) =>
          copyOf(ofPart.subarray(segment * digestLength, (segment + 1) * digestLength)),
        );
      });
      return signSegments({ header, floeHeader, segmentDigests }, sender);
    },
  };
}

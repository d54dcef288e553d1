import { concat, copyOf, copyOfLength, type Bytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { caseSecretLength, type CaseKey } from "../keys/case-key.ts";
import type { SigningKey } from "../keys/signing.ts";
import { importAead, sha256 } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead, segmentLength, segmentOverhead, segmentPlainLength, suiteOf, writtenSuite } from "../suite.ts";
import { containerKey, encryptSegment, floeKeys, isLastSegment } from "./floe.ts";
import { bodyLengthOf, encodeHeader, segmentCountOf, type ContainerType } from "./header.ts";
import { encodeMeta, type ContainerMeta } from "./meta.ts";
import { padme } from "./padding.ts";
import { signSegments } from "./seal-record.ts";
import { createPool, cut, mapInOrder, type ByteSource } from "./stream.ts";

export type SealInput = {
  caseKey: CaseKey;
  type: ContainerType;
  sender: SigningKey;
  meta: ContainerMeta;
  /** Exact number of content bytes that the source will give. */
  size: number;
  /** Messages only: the sender's own count in this key scope, beginning with 1. */
  sequence?: bigint;
  /** Messages only: message id of the sender's message before this one. */
  previous?: Uint8Array;
  containerId?: Uint8Array;
  random?: RandomSource;
};

export type SealedSegment = {
  index: number;
  bytes: Bytes;
  /** For callers who have copied `bytes` away: gives the memory back for a later segment, whose bytes it will hold. */
  release(): void;
};

export type Sealing = {
  readonly header: Bytes;
  readonly floeHeader: Bytes;
  readonly containerId: Bytes;
  readonly bodyLength: number;
  readonly segmentCount: number;
  /**
   * Encrypts the content segment by segment with at most four segments in memory. Can be run once.
   * Throws E_SOURCE when the source does not give exactly `size` bytes.
   */
  segments(source: ByteSource): AsyncGenerator<SealedSegment>;
  /** Signs what was encrypted. Throws E_STATE before the last segment was taken. */
  finish(): Promise<{ seal: Bytes; messageId: Bytes }>;
};

/** Throws E_META, E_LIMIT, E_SEQ, E_PREV or E_KEY when the container that was asked for cannot exist. */
export async function beginSeal(input: SealInput): Promise<Sealing> {
  const random = input.random ?? randomBytes;
  const suite = suiteOf(writtenSuite);
  const front = encodeMeta(input.meta, input.size);
  const paddedLength = padme(front.length + input.size);
  const containerId = copyOfLength(input.containerId ?? random(16), 16, "E_LENGTH");
  const header = encodeHeader({
    suite: suite.id,
    type: input.type,
    containerId,
    scopeId: copyOfLength(input.caseKey.scopeId, 16, "E_LENGTH"),
    generation: input.caseKey.generation,
    sequence: input.sequence ?? 0n,
    paddedLength,
    senderKeyId: input.sender.keyId,
    previous: copyOfLength(input.previous ?? new Uint8Array(32), 32, "E_LENGTH"),
  });
  const iv = random(suite.floeIvLength);
  const secret = copyOfLength(input.caseKey.secret, caseSecretLength, "E_KEY");
  const keys = await floeKeys(suite, await containerKey(secret, header), iv, header);
  const dataKey = await importAead(keys.dataKey);
  const floeHeader = concat(suite.floeParameters, iv, keys.headerTag);
  const bodyLength = bodyLengthOf(paddedLength);
  const segmentCount = segmentCountOf(paddedLength);
  const digests: Bytes[] = [];
  let isStarted = false;

  // Two pools: what is handed on has never held plaintext, so giving it back too early can spoil it but not leak.
  const plains = createPool(segmentPlainLength);
  const segments = createPool(segmentLength);

  const encrypt = async (plain: Bytes, index: number) => {
    const place = { index, isLast: isLastSegment(bodyLength, index) };
    const buffer = segments.take(plain.length + segmentOverhead);
    const bytes = await encryptSegment(dataKey, place, random(aead.ivLength), plain, buffer);
    plains.giveBack(plain);
    return { index, bytes, digest: await sha256(bytes) };
  };

  return {
    header: copyOf(header),
    floeHeader: copyOf(floeHeader),
    containerId: copyOf(containerId),
    bodyLength,
    segmentCount,
    async *segments(source) {
      // A second run would fill the hash list twice and sign something that was never stored.
      refuseUnless(!isStarted, "E_STATE");
      isStarted = true;
      const frame = framed(front, source, input.size, paddedLength);
      const plain = cut(frame, paddedLength, segmentPlainLength, "E_SOURCE", plains.take);
      for await (const { index, bytes, digest } of mapInOrder(plain, encrypt)) {
        digests.push(digest);
        yield { index, bytes, release: once(() => segments.giveBack(bytes)) };
      }
    },
    finish: () => signSegments({ header, floeHeader, segmentDigests: digests }, input.sender),
  };
}

/** A buffer given back twice would be filled by two segments at once. */
function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

const zeros = new Uint8Array(65_536);

/** u32 m || meta || content || as much padding as `size` asks for: another length of the source makes another total. */
async function* framed(front: Bytes, source: ByteSource, size: number, paddedLength: number) {
  yield front;
  yield* source;
  for (let padding = paddedLength - front.length - size; padding > 0; padding -= zeros.length) {
    yield zeros.subarray(0, padding);
  }
}

export type SealedMessage = {
  containerId: Bytes;
  header: Bytes;
  floeHeader: Bytes;
  seal: Bytes;
  body: Bytes;
  messageId: Bytes;
};

/** A message small enough for one segment, as one value. Throws E_LIMIT when it is longer, otherwise as beginSeal. */
export async function sealMessage(
  input: Omit<SealInput, "type" | "size" | "sequence"> & { sequence: bigint; content: Uint8Array },
): Promise<SealedMessage> {
  const { content, ...rest } = input;
  const sealing = await beginSeal({ ...rest, type: "message", size: content.length });
  refuseUnless(sealing.segmentCount === 1, "E_LIMIT");
  const segments = await Array.fromAsync(sealing.segments([content]));
  const body = concat(...segments.map(({ bytes }) => bytes));
  const { seal, messageId } = await sealing.finish();
  const { containerId, header, floeHeader } = sealing;
  return { containerId, header, floeHeader, seal, body, messageId };
}

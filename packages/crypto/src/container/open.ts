import { copyOf, copyOfLength, equalBytes, isZero, toHex, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { caseSecretLength, type CaseKey } from "../keys/case-key.ts";
import type { KeyLookup } from "../keys/signing.ts";
import { importAead, sha256, type NativeKey } from "../primitives.ts";
import { segmentLength, suiteOf } from "../suite.ts";
import { containerKey, decryptSegment, floeKeys, isLastSegment } from "./floe.ts";
import { bodyLengthOf, parseFloeHeader, parseHeader, type ContainerType, type Header } from "./header.ts";
import { decodeMeta, type StoredMeta } from "./meta.ts";
import { padme } from "./padding.ts";
import { digestOfSegments, messageIdOf, verifySealStatement } from "./seal-record.ts";
import { createPool, cut, mapInOrder, type ByteSource } from "./stream.ts";

/** What the reader knows before looking: a genuine container in the wrong place is refused as well. */
export type ExpectedContainer = {
  type: ContainerType;
  scopeId: Uint8Array;
  containerId?: Uint8Array;
  messageId?: Uint8Array;
  sequence?: bigint;
  previous?: Uint8Array;
  /** Newest generation of the case key that this client has already seen. */
  minimumGeneration?: number;
};

/** The headers of a container with the key that should fit them. */
export type LockedContainer = {
  header: Uint8Array;
  floeHeader: Uint8Array;
  caseKey: CaseKey;
  /** Narrows the compiled-in set of suites. */
  suites?: ReadonlySet<number>;
};

export type OpenInput = LockedContainer & {
  seal: Uint8Array;
  body: ByteSource;
  expect: ExpectedContainer;
  senderKeys: KeyLookup;
};

export type OpenedContainer = {
  meta: StoredMeta;
  /** The content in order. Empty when a sink took it. */
  chunks: Bytes[];
  messageId: Bytes;
  senderKeyId: Bytes;
  sequence: bigint;
  generation: number;
};

/** Takes decrypted content away while reading. It must stay hidden until openContainer returns, and vanish if it throws. */
export type ContentSink = (chunk: Bytes) => Promise<void> | void;

/**
 * Opens a container and returns only what was verified to the last byte: header, expectations, sender, signature,
 * header tag, every segment and its place, padding, meta, and that the body is the one that was signed.
 * Throws a CryptoError with one code per cause; nothing of the content leaves before, except into a sink.
 */
export async function openContainer(input: OpenInput, sink?: ContentSink): Promise<OpenedContainer> {
  const header = parseHeader(input.header, input.suites);
  checkExpected(header, input.expect, input.caseKey);
  const seal = copyOf(input.seal);
  const messageId = await messageIdOf(seal);
  refuseUnless(isExpected(messageId, input.expect.messageId), "E_CONTEXT");
  const senderSpki = input.senderKeys(toHex(header.senderKeyId));
  if (senderSpki === undefined) throw new CryptoError("E_SENDER");
  const signedDigest = await verifySealStatement({ ...input, seal, senderSpki });

  const dataKey = await unlock(input, header);
  const bodyLength = bodyLengthOf(header.paddedLength);
  const pool = createPool(segmentLength);
  const decrypt = async (segment: Bytes, index: number) => {
    const place = { index, isLast: isLastSegment(bodyLength, index) };
    const [plain, digest] = await Promise.all([decryptSegment(dataKey, place, segment), sha256(segment)]);
    pool.giveBack(segment);
    return { plain, digest };
  };
  const content = contentReader(header.paddedLength, sink);
  const digests: Bytes[] = [];
  const pieces = cut(input.body, bodyLength, segmentLength, "E_LENGTH", pool.take);
  for await (const { plain, digest } of mapInOrder(pieces, decrypt)) {
    await content.take(plain);
    digests.push(digest);
  }
  refuseUnless(equalBytes(await digestOfSegments(digests), signedDigest), "E_SEAL_DIGEST");
  const { senderKeyId, sequence, generation } = header;
  return { ...content.result(), messageId, senderKeyId, sequence, generation };
}

const isExpected = (actual: Uint8Array, expected: Uint8Array | undefined): boolean =>
  expected === undefined || equalBytes(actual, expected);

function checkExpected(header: Header, expect: ExpectedContainer, caseKey: CaseKey) {
  refuseUnless(header.type === expect.type, "E_TYPE");
  refuseUnless(isExpected(header.scopeId, expect.scopeId), "E_CONTEXT");
  refuseUnless(isExpected(header.containerId, expect.containerId), "E_CONTEXT");
  refuseUnless(isExpected(caseKey.scopeId, expect.scopeId), "E_CONTEXT");
  refuseUnless(header.generation === caseKey.generation, "E_KEYGEN");
  refuseUnless(header.generation >= (expect.minimumGeneration ?? 1), "E_KEYGEN");
  refuseUnless(expect.sequence === undefined || header.sequence === expect.sequence, "E_SEQ");
  refuseUnless(isExpected(header.previous, expect.previous), "E_PREV");
}

/** The data key, after the header tag has committed to it: a wrong key is found before anything is decrypted. */
export async function unlock(input: LockedContainer, { suite: suiteId }: Header): Promise<NativeKey> {
  const suite = suiteOf(suiteId, input.suites);
  const { iv, tag } = parseFloeHeader(input.floeHeader, suite);
  const header = copyOf(input.header);
  const secret = copyOfLength(input.caseKey.secret, caseSecretLength, "E_KEY");
  const keys = await floeKeys(suite, await containerKey(secret, header), iv, header);
  refuseUnless(equalBytes(keys.headerTag, tag), "E_HEADER_TAG");
  return importAead(keys.dataKey);
}

/** Splits the decrypted frame into meta, content and padding while the segments come in. */
function contentReader(paddedLength: number, sink: ContentSink | undefined) {
  const chunks: Bytes[] = [];
  let meta: StoredMeta | undefined;
  let missing = 0;
  return {
    async take(plain: Bytes) {
      let rest = plain;
      if (meta === undefined) {
        // Meta has at most 64 KiB: it always lies in the first segment.
        const front = decodeMeta(plain);
        meta = front.meta;
        missing = meta.size;
        refuseUnless(padme(front.contentStart + missing) === paddedLength, "E_PADDING");
        rest = plain.subarray(front.contentStart);
      }
      const chunk = rest.subarray(0, missing);
      missing -= chunk.length;
      refuseUnless(isZero(rest.subarray(chunk.length)), "E_PADDING");
      if (chunk.length === 0) return;
      if (sink === undefined) chunks.push(chunk);
      else await sink(chunk);
    },
    result() {
      if (meta === undefined) throw new CryptoError("E_META");
      return { meta, chunks };
    },
  };
}

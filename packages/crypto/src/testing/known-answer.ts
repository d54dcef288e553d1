import { concat, u32, utf8, type Bytes } from "../bytes.ts";
import { containerKey, encryptSegment, floeKeys } from "../container/floe.ts";
import { encodeHeader } from "../container/header.ts";
import { digestOfSegments, sealFields } from "../container/seal-record.ts";
import { importAead, sha256 } from "../primitives.ts";
import { suiteOf } from "../suite.ts";

export type KnownAnswerInput = {
  caseSecret: Bytes;
  scopeId: Bytes;
  containerId: Bytes;
  senderKeyId: Bytes;
  floeIv: Bytes;
  segmentIv: Bytes;
  generation: number;
  sequence: bigint;
  meta: string;
  content: string;
};

/** Every intermediate value of one message, for whoever writes a decoder and looks for the first wrong byte. */
export async function knownAnswer(input: KnownAnswerInput) {
  const suite = suiteOf(1);
  const meta = utf8(input.meta);
  const front = concat(u32(meta.length), meta, utf8(input.content));
  const frame = concat(front, new Uint8Array(1024 - front.length));
  const header = encodeHeader({
    ...input,
    suite: 1,
    type: "message",
    paddedLength: frame.length,
    previous: new Uint8Array(32),
  });
  const key = await containerKey(input.caseSecret, header);
  const { headerTag, messageKey, dataKey } = await floeKeys(suite, key, input.floeIv, header);
  const floeHeader = concat(suite.floeParameters, input.floeIv, headerTag);
  const place = { index: 0, isLast: true };
  const segment = await encryptSegment(await importAead(dataKey), place, input.segmentIv, frame);
  const segmentDigest = await sha256(segment);
  const fields = await sealFields({ header, floeHeader, segmentDigests: [segmentDigest] });
  return {
    header,
    containerKey: key,
    headerTag,
    messageKey,
    dataKey,
    floeHeader,
    frame,
    segment,
    segmentDigest,
    segmentListDigest: await digestOfSegments([segmentDigest]),
    sealFields: fields,
    messageId: await sha256(fields),
  };
}

const run = (from: number, length: number): Bytes => Uint8Array.from({ length }, (_, i) => from + i);

export const knownAnswerInput: KnownAnswerInput = {
  caseSecret: run(0x00, 32),
  scopeId: run(0x50, 16),
  containerId: run(0x40, 16),
  senderKeyId: run(0x60, 32),
  floeIv: run(0x80, 32),
  segmentIv: run(0xa0, 12),
  generation: 1,
  sequence: 7n,
  meta: '{"size":5,"type":"text/plain"}',
  content: "Hallo",
};

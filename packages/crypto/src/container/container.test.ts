import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { concat, toHex, type Bytes } from "../bytes.ts";
import { generateCaseKey } from "../keys/case-key.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { segmentLength, segmentPlainLength } from "../suite.ts";
import {
  createParty,
  flipBit,
  numbered,
  openFile,
  outcome,
  sealFile,
  type Party,
  type Sealed,
  withByte,
} from "../testing/fixtures.ts";
import { forge, rawFrame, resign, resignFields } from "../testing/forge.ts";
import { createFrameCheck, parsePublicHeader } from "./frame-check.ts";
import { bodyLengthOf, encodeHeader, parseHeader } from "./header.ts";
import { openContainer } from "./open.ts";
import { beginSeal, sealMessage } from "./seal.ts";

const meta = new TextEncoder().encode('{"size":5}');
const hallo = new TextEncoder().encode("Hallo");

let party: Party;
let small: Sealed;
let large: Sealed;

beforeAll(async () => {
  party = await createParty();
  small = await sealFile(party, numbered(300));
  large = await sealFile(party, numbered(3 * segmentPlainLength));
});

const frameOutcome = ({ header, floeHeader }: Sealed, body: Uint8Array[]) =>
  outcome(() => {
    const { bodyLength, segmentCount } = parsePublicHeader(header, floeHeader);
    const check = createFrameCheck({
      bodyLength,
      firstSegment: 0,
      segments: segmentCount,
      createHash: () => createHash("sha256"),
    });
    for (const chunk of body) check.push(chunk);
    check.end();
  });

describe("sealing and opening", () => {
  const front = 4 + '{"size":262112,"name":"bescheid.pdf","type":"application/pdf"}'.length;
  it.each([
    0,
    1,
    ...Array.from({ length: 13 }, (_, i) => 1018 + i),
    ...[1, 2, 3].flatMap((n) => [-front - 1, -front, -front + 1, -1, 0, 1].map((d) => n * segmentPlainLength + d)),
    5_000_000,
  ])("gives back %i bytes as they were", async (size) => {
    const content = numbered(size);
    const sealed = await sealFile(party, content);
    const { meta, chunks, messageId } = await openFile(sealed, { party });
    expect(meta).toEqual({ size, name: "bescheid.pdf", type: "application/pdf" });
    expect(Buffer.compare(Buffer.concat(chunks), content)).toBe(0);
    expect(messageId).toEqual(sealed.messageId);
  });

  it("does not care how the bytes are cut on their way in and out", async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.nat(700_000), cuts, cuts, async (size, written, read) => {
        const content = numbered(size);
        const sealing = await beginSeal({ ...party, type: "file", meta: {}, size });
        const segments = await Array.fromAsync(sealing.segments(pieces(content, written)), ({ bytes }) => bytes);
        const sealed = { ...sealing, segments, ...(await sealing.finish()) };
        const opened = await openFile(sealed, { party, body: pieces(concat(...segments), read) });
        expect(Buffer.compare(Buffer.concat(opened.chunks), content)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("hands content to a sink piece by piece and keeps none of it", async () => {
    const taken: Bytes[] = [];
    const input = { ...large, body: large.segments, caseKey: party.caseKey, senderKeys: () => party.sender.spki };
    const expect_ = { type: "file", scopeId: party.caseKey.scopeId } as const;
    const { chunks } = await openContainer({ ...input, expect: expect_ }, (chunk) => void taken.push(chunk));
    expect(chunks).toEqual([]);
    expect(Buffer.compare(Buffer.concat(taken), numbered(3 * segmentPlainLength))).toBe(0);
  });

  it("refuses a source that gives one byte less or one byte more than promised", async () => {
    const run = async (given: number) => {
      const sealing = await beginSeal({ ...party, type: "file", meta: {}, size: 2000 });
      await Array.fromAsync(sealing.segments([numbered(given)]));
      return sealing.finish();
    };
    expect(await outcome(() => run(2000))).toBe("accepted");
    expect(await outcome(() => run(1999))).toBe("E_SOURCE");
    expect(await outcome(() => run(2001))).toBe("E_SOURCE");
  });

  it("reads no further ahead than the segments in flight, however long the source is", async () => {
    const size = 40 * segmentPlainLength;
    let given = 0;
    const source = function* () {
      for (; given < size; given += 65_536) yield new Uint8Array(Math.min(65_536, size - given));
    };
    const sealing = await beginSeal({ ...party, type: "file", meta: {}, size });
    let furthest = 0;
    for await (const { index } of sealing.segments(source())) {
      furthest = Math.max(furthest, given - (index + 1) * segmentPlainLength);
    }
    expect(furthest).toBeLessThanOrEqual(4 * segmentLength);
  });

  it("signs nothing before the last segment, and encrypts only once", async () => {
    const sealing = await beginSeal({ ...party, type: "file", meta: {}, size: 5 });
    expect(await outcome(() => sealing.finish())).toBe("E_STATE");
    await Array.fromAsync(sealing.segments([hallo]));
    expect(await outcome(() => Array.fromAsync(sealing.segments([hallo])))).toBe("E_STATE");
    expect(await outcome(() => sealing.finish())).toBe("accepted");
  });

  it("keeps a message in one segment and refuses a longer one", async () => {
    const message = (length: number) =>
      sealMessage({ ...party, meta: {}, sequence: 1n, content: new Uint8Array(length) });
    expect((await message(253_000)).body.length).toBeLessThanOrEqual(segmentLength);
    expect(await outcome(() => message(262_000))).toBe("E_LIMIT");
  });

  it.each([
    ["an unknown field", { size: 5, title: "x" }],
    ["an empty name", { name: "" }],
    ["a slot that is a sentence", { slot: "Mietvertrag, alle Seiten" }],
    ["a slot that ends with a hyphen", { slot: "mietvertrag-" }],
    ["a reference that is no hash", { refs: [{ container_id: "00", message_id: "00" }] }],
  ])("writes no meta with %s", async (_, wrong) => {
    const input = { ...party, type: "file" as const, size: 5, meta: {} };
    expect(await outcome(() => beginSeal(Object.assign(input, { meta: wrong })))).toBe("E_META");
  });

  it("aborts when there is no randomness", async () => {
    const broken = () => {
      throw new Error("no entropy");
    };
    await expect(beginSeal({ ...party, type: "file", meta: {}, size: 5, random: broken })).rejects.toThrow(
      "no entropy",
    );
  });

  it("never uses an IV twice", async () => {
    const again = await sealFile(party, numbered(3 * segmentPlainLength));
    const ivs = [...large.segments, ...again.segments].map((segment) => toHex(segment.subarray(4, 16)));
    expect(new Set(ivs).size).toBe(ivs.length);
  });
});

function* pieces(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const next = at + (lengths[turn % lengths.length] ?? 1);
    yield bytes.subarray(at, next);
    at = next;
  }
}

describe("a changed container", () => {
  it.each(["header", "floeHeader", "seal"] as const)("is refused for every single bit of %s", async (part) => {
    for (let bit = 0; bit < small[part].length * 8; bit++) {
      const changed = { ...small, [part]: flipBit(small[part], bit) };
      expect(await outcome(() => openFile(changed, { party })), `bit ${bit}`).not.toBe("accepted");
    }
  });

  it("is refused for a bit in every byte of a segment, with the number of the segment", async () => {
    const [segment] = small.segments;
    if (segment === undefined) throw new Error("no segment");
    for (let at = 0; at < segment.length; at++) {
      const body = [flipBit(segment, 8 * at + (at % 8))];
      expect(await outcome(() => openFile(small, { party, body }))).toBe(at < 4 ? "E_FRAMING" : "E_SEGMENT");
    }
    const [one, two, ...rest] = large.segments;
    const body = [one ?? segment, flipBit(two ?? segment, 4000), ...rest];
    await expect(openFile(large, { party, body })).rejects.toMatchObject({ code: "E_SEGMENT", segment: 1 });
  });

  it("is refused at every shorter and every longer length", async () => {
    const body = concat(...small.segments);
    for (let length = 0; length < body.length; length += 7) {
      expect(await outcome(() => openFile(small, { party, body: [body.subarray(0, length)] }))).toBe("E_LENGTH");
    }
    expect(await outcome(() => openFile(small, { party, body: [body, Uint8Array.of(0)] }))).toBe("E_LENGTH");
    expect(await outcome(() => openFile(small, { party, body: [body, body] }))).toBe("E_LENGTH");
  });

  it("is refused for every other order, omission, repetition and splice of segments, even with a fresh seal", async () => {
    const other = await sealFile(party, numbered(3 * segmentPlainLength));
    const original = large.segments.map((_, i) => i);
    const arrangement = fc.array(fc.tuple(fc.nat(original.length - 1), fc.boolean()), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(arrangement, async (list) => {
        const isOriginal =
          list.length === original.length && list.every(([i, isForeign], at) => i === at && !isForeign);
        fc.pre(!isOriginal);
        const segments = list.map(([i, isForeign]) => (isForeign ? other : large).segments[i] ?? new Uint8Array());
        expect(await outcome(() => openFile(large, { party, body: segments }))).not.toBe("accepted");
        const resealed = await resign({ ...large, segments }, party);
        expect(await outcome(() => openFile(resealed, { party }))).not.toBe("accepted");
      }),
      { numRuns: 150 },
    );
  });

  it("is refused when its length is rewritten to match a cut body", async () => {
    const paddedLength = 516_096;
    const header = encodeHeader({ ...parseHeader(large.header), paddedLength });
    const body = concat(...large.segments).slice(0, bodyLengthOf(paddedLength));
    const segments = [body.slice(0, segmentLength), body.slice(segmentLength)];
    const cutBody = await resign({ ...large, header, segments }, party);
    expect(await outcome(() => openFile(cutBody, { party }))).toBe("E_HEADER_TAG");
  });

  it("is structurally accepted by the blind server exactly when the reader finds nothing wrong with the frame", async () => {
    const structural = new Set(["E_LENGTH", "E_FRAMING"]);
    const body = concat(...large.segments);
    const change = fc.oneof(
      fc.record({ cut: fc.integer({ min: -40, max: 40 }) }),
      fc.record({ segment: fc.nat(large.segments.length - 1), at: fc.nat(40), bit: fc.nat(7) }),
    );
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        const changed =
          "cut" in one
            ? concat(body.subarray(0, body.length + one.cut), new Uint8Array(Math.max(0, one.cut)))
            : flipBit(body, 8 * (one.segment * segmentLength + one.at) + one.bit);
        const frame = await frameOutcome(large, [changed]);
        const read = await outcome(() => openFile(large, { party, body: [changed] }));
        expect(frame).toBe(structural.has(read) ? read : "accepted");
      }),
      { numRuns: 120 },
    );
  });
});

describe("a genuine container in the wrong place", () => {
  const message = (sequence: bigint, previous?: Uint8Array) =>
    sealMessage({ ...party, meta: {}, sequence, content: hallo, ...(previous === undefined ? {} : { previous }) });

  it.each([
    ["as another type", { type: "message" }, "E_TYPE"],
    ["in another scope", { scopeId: numbered(16) }, "E_CONTEXT"],
    ["as another container", { containerId: numbered(16) }, "E_CONTEXT"],
    ["as another message", { messageId: numbered(32) }, "E_CONTEXT"],
    ["at another sequence number", { sequence: 4n }, "E_SEQ"],
    ["after another message", { previous: numbered(32) }, "E_PREV"],
    ["when a newer generation was seen", { minimumGeneration: 2 }, "E_KEYGEN"],
  ] as const)("is refused %s", async (_, expected, code) => {
    expect(await outcome(() => openFile(small, { party, expect: expected }))).toBe(code);
  });

  it("is refused in a case to which the sender did not seal it", async () => {
    const other = { ...party, caseKey: generateCaseKey() };
    expect(await outcome(() => openFile(small, { party: other }))).toBe("E_CONTEXT");
  });

  it("is refused with the key of another case or another generation", async () => {
    const { scopeId } = party.caseKey;
    const open = (caseKey: Party["caseKey"]) =>
      openContainer({
        ...small,
        body: small.segments,
        caseKey,
        expect: { type: "file", scopeId },
        senderKeys: () => party.sender.spki,
      });
    expect(await outcome(() => open(generateCaseKey()))).toBe("E_CONTEXT");
    expect(await outcome(() => open({ ...party.caseKey, generation: 2 }))).toBe("E_KEYGEN");
    expect(await outcome(() => open({ ...generateCaseKey(), scopeId }))).toBe("E_HEADER_TAG");
  });

  it("is refused when its sender is not certified, or another key is offered for the sender", async () => {
    const { key } = await generateSigningKey();
    const open = (spki: Bytes | undefined) =>
      openContainer({
        ...small,
        body: small.segments,
        caseKey: party.caseKey,
        expect: { type: "file", scopeId: party.caseKey.scopeId },
        senderKeys: () => spki,
      });
    expect(await outcome(() => open(undefined))).toBe("E_SENDER");
    expect(await outcome(() => open(key.spki))).toBe("E_SENDER");
    expect(await outcome(() => open(party.sender.spki.slice(1)))).toBe("E_KEY");
    const forged = await resign(small, { ...party, sender: { ...key, keyId: party.sender.keyId } });
    expect(await outcome(() => openFile(forged, { party }))).toBe("E_SEAL_SIG");
  });

  it("is found by its place in the sender's chain", async () => {
    const first = await message(1n);
    const second = await message(2n, first.messageId);
    const open = (expected: { sequence: bigint; previous: Uint8Array }) =>
      openContainer({
        ...second,
        body: [second.body],
        caseKey: party.caseKey,
        expect: { type: "message", scopeId: party.caseKey.scopeId, ...expected },
        senderKeys: () => party.sender.spki,
      });
    expect(await outcome(() => open({ sequence: 2n, previous: first.messageId }))).toBe("accepted");
    expect(await outcome(() => open({ sequence: 3n, previous: second.messageId }))).toBe("E_SEQ");
    expect(await outcome(() => open({ sequence: 2n, previous: second.messageId }))).toBe("E_PREV");
    expect(await outcome(() => message(2n))).toBe("accepted");
    expect(await outcome(() => message(1n, first.messageId))).toBe("E_PREV");
  });
});

describe("a sender who holds the keys and breaks the rules", () => {
  const header = (paddedLength = 1024) => encodeHeader({ ...parseHeader(small.header), paddedLength });
  const read = async (sealed: Promise<Sealed> | Sealed) => {
    const container = await sealed;
    return outcome(() => openFile(container, { party }));
  };
  const framed = (text: string, stated?: number) =>
    forge(party, { header: header(), frame: rawFrame(new TextEncoder().encode(text), hallo, 1024, stated) });

  it("is believed when the rules are kept", async () => {
    expect(await read(forge(party, { header: header(), frame: rawFrame(meta, hallo, 1024) }))).toBe("accepted");
  });

  it("cannot hide bytes in the padding", async () => {
    const frame = rawFrame(meta, hallo, 1024);
    expect(await read(forge(party, { header: header(), frame: withByte(frame, 1023, () => 1) }))).toBe("E_PADDING");
    expect(await read(forge(party, { header: header(), frame: withByte(frame, 19, () => 1) }))).toBe("E_PADDING");
  });

  it("cannot choose another padded length, not even one that exists", async () => {
    const longer = forge(party, { header: header(1088), frame: rawFrame(meta, hallo, 1088) });
    expect(await read(longer)).toBe("E_PADDING");
  });

  it.each([
    ["no size", "{}"],
    ["a negative size", '{"size":-1}'],
    ["a broken size", '{"size":5.5}'],
    ["an unknown field", '{"size":5,"x":1}'],
    ["a field twice", '{"size":5,"size":5}'],
    ["white space", '{"size": 5}'],
    ["a list", "[5]"],
    ["no JSON", "size=5"],
    ["a byte order mark", '\ufeff{"size":5}'],
  ])("cannot send meta with %s", async (_, text) => {
    expect(await read(framed(text))).toBe("E_META");
  });

  it("cannot send meta that is not UTF-8, or is longer than the frame or the limit", async () => {
    const broken = Uint8Array.of(0x22, 0xff, 0x22);
    expect(await read(forge(party, { header: header(), frame: rawFrame(broken, hallo, 1024) }))).toBe("E_META");
    expect(await read(framed('{"size":5}', 1021))).toBe("E_META");
    const filling = new TextEncoder().encode(JSON.stringify({ size: 0, name: "x".repeat(1000) }));
    expect(filling.length).toBe(1020);
    const empty = new Uint8Array();
    expect(await read(forge(party, { header: header(), frame: rawFrame(filling, empty, 1024) }))).toBe("accepted");
    expect(await read(forge(party, { header: header(), frame: rawFrame(filling, empty, 1024, 1021) }))).toBe("E_META");
    expect(await read(framed('{"size":5}', 65_537))).toBe("E_LIMIT");
    expect(await read(framed('{"size":5}', 0xffffffff))).toBe("E_LIMIT");
  });

  it("cannot claim more content than there is", async () => {
    expect(await read(framed('{"size":9007199254740991}'))).toBe("E_META");
    expect(await read(framed('{"size":8589934592}'))).toBe("E_LIMIT");
    expect(await read(framed('{"size":1011}'))).toBe("E_PADDING");
  });

  it("cannot pass the last segment off as one of many", async () => {
    const hidden = forge(party, { header: header(), frame: rawFrame(meta, hallo, 1024), hidesLast: true });
    expect(await read(hidden)).toBe("E_FRAMING");
    const container = await hidden;
    const [segment] = container.segments;
    const framing = concat(Uint8Array.of(0, 0, 4, 32), segment?.subarray(4) ?? new Uint8Array());
    expect(await read(resign({ ...container, segments: [framing] }, party))).toBe("E_SEGMENT");
  });

  it("cannot sign other lengths, another body or another header than those of the container", async () => {
    const other = await sealFile(party, numbered(300));
    expect(await read(resignFields(small, party, (f) => withByte(f, 15, (b) => b + 1)))).toBe("E_SEAL_DIGEST");
    expect(await read(resignFields(small, party, (f) => withByte(f, 23, (b) => b + 1)))).toBe("E_SEAL_DIGEST");
    expect(await read(resignFields(small, party, (f) => withByte(f, 24, (b) => b ^ 1)))).toBe("E_SEAL_DIGEST");
    expect(await read(resignFields(small, party, (f) => withByte(f, 56, (b) => b ^ 1)))).toBe("E_SEAL_DIGEST");
    expect(await read(resignFields(small, party, (f) => withByte(f, 7, () => 1)))).toBe("E_RESERVED");
    expect(await read(resignFields(small, party, (f) => withByte(f, 4, () => 2)))).toBe("E_SUITE");
    expect(await read({ ...small, seal: other.seal })).toBe("E_SEAL_DIGEST");
    expect(await read({ ...small, seal: small.seal.slice(0, 183) })).toBe("E_LENGTH");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { concat, toHex, type Bytes } from "../bytes.ts";
import { generateCaseKey } from "../keys/case-key.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { segmentLength } from "../suite.ts";
import { createParty, numbered, openFile, outcome, type Party } from "../testing/fixtures.ts";
import { partSize } from "./frame-check.ts";
import { beginSeal } from "./seal.ts";
import { sealParts, type ReadContent, type SealedPart } from "./seal-parts.ts";

const meta = { name: "bauplan.pdf", type: "application/pdf" };
/** Two full parts and a third of a few segments. */
const content = numbered(2 * partSize + 700_000);
const size = content.length;
const read: ReadContent = (start, end) => Promise.resolve(content.subarray(start, end));

let party: Party;
let kept: { header: Bytes; floeHeader: Bytes };

beforeAll(async () => {
  party = await createParty();
  const { header, floeHeader } = await beginSeal({ ...party, type: "file", meta, size });
  kept = { header, floeHeader };
});

/** As after a reload: nothing but what was kept. */
const goOn = (change: object = {}) => sealParts({ ...party, ...kept, meta, size, ...change });

const segmentsOf = ({ body }: SealedPart) =>
  Array.from({ length: Math.ceil(body.length / segmentLength) }, (_, index) =>
    body.subarray(index * segmentLength, (index + 1) * segmentLength),
  );

describe("a file sealed in parts", () => {
  it("opens as a whole, in whatever order and by however many beginnings its parts were sealed", async () => {
    const parts = new Map<number, SealedPart>();
    for (const part of [2, 0, 1]) parts.set(part, await (await goOn()).sealPart(part, read));
    const sealed = [0, 1, 2].flatMap((part) => parts.get(part) ?? []);
    const { seal, messageId } = await (await goOn()).finish(sealed.map(({ digests }) => digests));
    const opened = await openFile({ ...kept, seal, messageId, segments: sealed.flatMap(segmentsOf) }, { party });
    expect(opened.meta).toEqual({ ...meta, size });
    expect(Buffer.compare(Buffer.concat(opened.chunks), content)).toBe(0);
  });

  it.each([0, 1, 900, 1_024, 262_112, 262_113])("opens with a content of %i bytes", async (length) => {
    const short = content.subarray(0, length);
    const { header, floeHeader } = await beginSeal({ ...party, type: "file", meta, size: length });
    const sealing = await sealParts({ ...party, header, floeHeader, meta, size: length });
    const part = await sealing.sealPart(0, (start, end) => Promise.resolve(short.subarray(start, end)));
    const sealed = { header, floeHeader, segments: segmentsOf(part), ...(await sealing.finish([part.digests])) };
    expect(Buffer.concat((await openFile(sealed, { party })).chunks).equals(Buffer.from(short))).toBe(true);
  });

  it("never repeats an IV, however often a part is sealed", async () => {
    const sealing = await goOn();
    const ivs = new Set<string>();
    for (let round = 0; round < 40; round++)
      for (const segment of segmentsOf(await sealing.sealPart(2, read))) ivs.add(toHex(segment.subarray(4, 16)));
    expect(ivs.size).toBe(40 * Math.ceil((sealing.bodyLength - 2 * partSize) / segmentLength));
  });

  it("is not opened when the digest of a part that lies elsewhere was signed", async () => {
    const sealing = await goOn();
    const parts = [await sealing.sealPart(0, read), await sealing.sealPart(1, read), await sealing.sealPart(2, read)];
    const again = await sealing.sealPart(1, read);
    const proof = await sealing.finish(parts.map(({ digests }) => digests));
    const segments = parts.with(1, again).flatMap(segmentsOf);
    expect(await outcome(() => openFile({ ...kept, ...proof, segments }, { party }))).toBe("E_SEAL_DIGEST");
  });

  it("writes into the buffer that it is lent, and nothing beyond the part", async () => {
    const sealing = await goOn();
    const buffer = new Uint8Array(partSize).fill(7);
    const { body } = await sealing.sealPart(2, read, buffer);
    expect(body.buffer).toBe(buffer.buffer);
    expect(body.length).toBe(sealing.bodyLength - 2 * partSize);
    expect(buffer.subarray(body.length).every((byte) => byte === 7)).toBe(true);
    expect(await outcome(() => sealing.sealPart(0, read, new Uint8Array(100)))).toBe("E_LENGTH");
  });
});

describe("going on with a file", () => {
  it("needs the headers, key, sender and content that it began with", async () => {
    const { scopeId } = party.caseKey;
    const other = await beginSeal({ ...party, type: "file", meta, size });
    const message = await beginSeal({ ...party, type: "message", meta: {}, size: 10, sequence: 1n });
    const attempt = (change: object) => outcome(() => goOn(change));
    expect(await attempt({})).toBe("accepted");
    expect(await attempt({ caseKey: generateCaseKey() })).toBe("E_CONTEXT");
    expect(await attempt({ caseKey: { ...party.caseKey, generation: 2 } })).toBe("E_KEYGEN");
    expect(await attempt({ caseKey: { ...generateCaseKey(), scopeId } })).toBe("E_HEADER_TAG");
    expect(await attempt({ sender: (await generateSigningKey()).key })).toBe("E_SENDER");
    expect(await attempt({ floeHeader: other.floeHeader })).toBe("E_HEADER_TAG");
    expect(await attempt({ header: message.header, floeHeader: message.floeHeader })).toBe("E_TYPE");
    expect(await attempt({ size: size + 1_000_000 })).toBe("E_LENGTH");
    expect(await attempt({ suites: new Set() })).toBe("E_SUITE");
  });

  it("is refused when the content gives fewer or more bytes than it said, or there is no such part", async () => {
    const sealing = await goOn();
    expect(await outcome(() => sealing.sealPart(1, (start, end) => read(start, end - 1)))).toBe("E_SOURCE");
    expect(await outcome(() => sealing.sealPart(1, (start, end) => read(start, end + 1)))).toBe("E_SOURCE");
    for (const part of [-1, 3, 0.5]) expect(await outcome(() => sealing.sealPart(part, read))).toBe("E_LIMIT");
  });

  it("signs only when every segment of every part has its digest", async () => {
    const sealing = await goOn();
    const parts: Bytes[] = [];
    for (const part of [0, 1, 2]) parts.push((await sealing.sealPart(part, read)).digests);
    const finish = (digests: Uint8Array[]) => outcome(() => sealing.finish(digests));
    expect(await finish(parts)).toBe("accepted");
    expect(await finish(parts.slice(1))).toBe("E_STATE");
    expect(await finish([...parts, new Uint8Array(32)])).toBe("E_STATE");
    expect(await finish(parts.with(0, (parts[0] ?? new Uint8Array()).subarray(32)))).toBe("E_STATE");
    expect(await finish(parts.with(2, concat(parts[2] ?? new Uint8Array(), new Uint8Array(1))))).toBe("E_STATE");
  });
});

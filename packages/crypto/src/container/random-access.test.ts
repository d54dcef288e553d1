import { beforeAll, describe, expect, it } from "vitest";
import { concat, toHex, type Bytes } from "../bytes.ts";
import { generateCaseKey } from "../keys/case-key.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { sha256 } from "../primitives.ts";
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
} from "../testing/fixtures.ts";
import { accessSegments, type SegmentAccess } from "./random-access.ts";
import { beginSeal } from "./seal.ts";
import { signSegments } from "./seal-record.ts";

const content = numbered(3 * segmentPlainLength);

let party: Party;
let file: Sealed;
let access: SegmentAccess;

beforeAll(async () => {
  party = await createParty();
  file = await sealFile(party, content);
  access = await accessSegments({ ...file, caseKey: party.caseKey });
});

const segmentAt = (index: number): Bytes => file.segments[index] ?? new Uint8Array();

describe("random access", () => {
  it("reads any segment without the ones before it", async () => {
    const frame = concat(...(await Promise.all([0, 1, 2, 3].map((index) => access.decrypt(index, segmentAt(index))))));
    expect(access.segmentCount).toBe(4);
    const start = 1 + frame.indexOf("}".charCodeAt(0));
    expect(Buffer.compare(frame.subarray(start, start + content.length), content)).toBe(0);
  });

  it("refuses a segment at every place but its own, and from another container", async () => {
    const other = await sealFile(party, content);
    for (const place of [0, 1, 2, 3]) {
      for (const index of [0, 1, 2, 3]) {
        const isLastAndOther = (place === 3) !== (index === 3);
        const expected = place === index ? "accepted" : isLastAndOther ? "E_LENGTH" : "E_SEGMENT";
        expect(await outcome(() => access.decrypt(place, segmentAt(index)))).toBe(expected);
      }
      const foreign = other.segments[place] ?? new Uint8Array();
      expect(await outcome(() => access.decrypt(place, foreign))).toBe("E_SEGMENT");
    }
  });

  it("refuses a last segment that calls itself one of many, and one of many that calls itself the last", async () => {
    const asOneOfMany = concat(Uint8Array.of(255, 255, 255, 255), segmentAt(3).subarray(4));
    expect(await outcome(() => access.decrypt(3, asOneOfMany))).toBe("E_FRAMING");
    const asLast = concat(Uint8Array.of(0, 4, 0, 0), segmentAt(1).subarray(4));
    expect(await outcome(() => access.decrypt(1, asLast))).toBe("E_FRAMING");
  });

  it("refuses a changed, shortened or lengthened segment and a place that does not exist", async () => {
    expect(await outcome(() => access.decrypt(1, flipBit(segmentAt(1), 8 * 5000)))).toBe("E_SEGMENT");
    expect(await outcome(() => access.decrypt(1, segmentAt(1).subarray(0, -1)))).toBe("E_LENGTH");
    expect(await outcome(() => access.decrypt(1, concat(segmentAt(1), Uint8Array.of(0))))).toBe("E_LENGTH");
    for (const index of [-1, 4, 0.5, Number.NaN]) {
      expect(await outcome(() => access.decrypt(index, segmentAt(1)))).toBe("E_LIMIT");
      expect(await outcome(() => access.encrypt(index, numbered(segmentPlainLength)))).toBe("E_LIMIT");
    }
    expect(await outcome(() => access.encrypt(1, numbered(segmentPlainLength - 1)))).toBe("E_LENGTH");
  });

  it("needs the key of this case in this generation, and the headers that belong together", async () => {
    const { scopeId } = party.caseKey;
    const unlock = (change: object) => outcome(() => accessSegments({ ...file, caseKey: party.caseKey, ...change }));
    expect(await unlock({})).toBe("accepted");
    expect(await unlock({ caseKey: generateCaseKey() })).toBe("E_CONTEXT");
    expect(await unlock({ caseKey: { ...party.caseKey, generation: 2 } })).toBe("E_KEYGEN");
    expect(await unlock({ caseKey: { ...generateCaseKey(), scopeId } })).toBe("E_HEADER_TAG");
    expect(await unlock({ floeHeader: (await sealFile(party, content)).floeHeader })).toBe("E_HEADER_TAG");
    expect(await unlock({ suites: new Set() })).toBe("E_SUITE");
  });
});

describe("an upload that lost a part", () => {
  it("goes on with segments encrypted again, and the whole opens under a seal over what is stored", async () => {
    const again = await access.encrypt(1, await access.decrypt(1, segmentAt(1)));
    expect(toHex(again.subarray(4, 16))).not.toBe(toHex(segmentAt(1).subarray(4, 16)));
    const segments = file.segments.with(1, again);
    const { header, floeHeader } = file;
    const segmentDigests = await Promise.all(segments.map(sha256));
    const resumed = {
      ...file,
      segments,
      ...(await signSegments({ header, floeHeader, segmentDigests }, party.sender)),
    };
    const { chunks } = await openFile(resumed, { party });
    expect(Buffer.compare(Buffer.concat(chunks), content)).toBe(0);
    expect(await outcome(() => openFile({ ...file, segments }, { party }))).toBe("E_SEAL_DIGEST");
  });

  it("never encrypts under an IV that was used, however often and with whatever content a segment is repeated", async () => {
    const ivs = new Set(file.segments.map((segment) => toHex(segment.subarray(4, 16))));
    for (let round = 0; round < 300; round++) {
      const segment = await access.encrypt(3, numbered(segmentAt(3).length - 32).fill(round & 255));
      ivs.add(toHex(segment.subarray(4, 16)));
    }
    expect(ivs.size).toBe(304);
  });

  it("is signed by nobody but the sender in its header, and not before every segment has its hash", async () => {
    const { header, floeHeader } = file;
    const { key: stranger } = await generateSigningKey();
    const segmentDigests = await Promise.all(file.segments.map(sha256));
    const signed = (change: object, key = party.sender) =>
      outcome(() => signSegments({ header, floeHeader, segmentDigests, ...change }, key));
    expect(await signed({})).toBe("accepted");
    expect(await signed({}, stranger)).toBe("E_SENDER");
    expect(await signed({ segmentDigests: segmentDigests.slice(1) })).toBe("E_STATE");
    expect(await signed({ segmentDigests: segmentDigests.with(0, new Uint8Array(31)) })).toBe("E_LENGTH");
  });
});

describe("a released segment", () => {
  it("lends its memory to a later one, and one that was kept stays as it was", async () => {
    const size = 20 * segmentPlainLength;
    const sealing = await beginSeal({ ...party, type: "file", meta: {}, size });
    const kept: Bytes[] = [];
    const copies: Bytes[] = [];
    const buffers = new Set<ArrayBuffer>();
    for await (const { index, bytes, release } of sealing.segments([numbered(size)])) {
      buffers.add(bytes.buffer);
      copies.push(bytes.slice());
      if (index % 2 === 0) kept.push(bytes);
      else for (let twice = 0; twice < 2; twice++) release();
    }
    expect(kept).toEqual(copies.filter((_, index) => index % 2 === 0));
    expect(buffers.size).toBeLessThan(sealing.segmentCount);
    const sealed = { ...sealing, segments: copies, ...(await sealing.finish()) };
    expect(await outcome(() => openFile(sealed, { party }))).toBe("accepted");
    expect(copies[0]?.length).toBe(segmentLength);
  });
});

import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { concat, toHex, type Bytes } from "../bytes.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { segmentLength } from "../suite.ts";
import { createParty, flipBit, numbered, outcome, sealFile, type Party, type Sealed } from "../testing/fixtures.ts";
import { createFrameCheck, parsePublicHeader, partAt, partCount, partSize, segmentsPerPart } from "./frame-check.ts";
import { messageIdOf, verifySeal } from "./seal-record.ts";

const sha256 = (bytes: Uint8Array) => toHex(createHash("sha256").update(bytes).digest());

let party: Party;
let file: Sealed;
let body: Bytes;

beforeAll(async () => {
  party = await createParty();
  file = await sealFile(party, numbered(600_000));
  body = concat(...file.segments);
});

const check = (range: { bodyLength?: number; firstSegment?: number; segments?: number } = {}) =>
  createFrameCheck({
    bodyLength: body.length,
    firstSegment: 0,
    segments: file.segments.length,
    createHash: () => createHash("sha256"),
    ...range,
  });

describe("what the blind server can see", () => {
  it("reads the public fields, and the body has the length they announce", () => {
    const seen = parsePublicHeader(file.header, file.floeHeader);
    expect(seen).toMatchObject({ suite: 1, type: "file", generation: 1, sequence: 0n, segmentCount: 3 });
    expect(seen.bodyLength).toBe(body.length);
    expect(seen.scopeId).toEqual(party.caseKey.scopeId);
    expect(seen.senderKeyId).toEqual(party.sender.keyId);
  });

  it("refuses FLOE parameters that the suite does not have, and other lengths", async () => {
    const parse = (floeHeader: Bytes) => outcome(() => parsePublicHeader(file.header, floeHeader));
    for (let bit = 0; bit < 80; bit++) expect(await parse(flipBit(file.floeHeader, bit))).toBe("E_SUITE");
    expect(await parse(file.floeHeader.slice(0, 73))).toBe("E_LENGTH");
    expect(await parse(concat(file.floeHeader, Uint8Array.of(0)))).toBe("E_LENGTH");
  });

  it("accepts the seal over the hashes it took itself", async () => {
    const whole = check();
    whole.push(body);
    const { messageId, ciphertextDigest } = await verifySeal({
      ...file,
      segmentDigests: whole.end(),
      senderSpki: party.sender.spki,
    });
    expect(messageId).toEqual(file.messageId);
    expect(messageId).toEqual(await messageIdOf(file.seal));
    expect(ciphertextDigest).toEqual(file.seal.slice(24, 56));
  });

  it("refuses a seal over other hashes, by another sender, or with a damaged signature", async () => {
    const { key } = await generateSigningKey();
    const whole = check();
    whole.push(body);
    const segmentDigests = whole.end();
    const verify = (change: Partial<Parameters<typeof verifySeal>[0]>) =>
      outcome(() => verifySeal({ ...file, segmentDigests, senderSpki: party.sender.spki, ...change }));
    expect(await verify({})).toBe("accepted");
    expect(await verify({ segmentDigests: segmentDigests.slice(1) })).toBe("E_SEAL_DIGEST");
    expect(await verify({ segmentDigests: segmentDigests.toReversed() })).toBe("E_SEAL_DIGEST");
    expect(await verify({ segmentDigests: [concat(...segmentDigests)] })).toBe("E_SEAL_DIGEST");
    expect(await verify({ senderSpki: key.spki })).toBe("E_SENDER");
    expect(await verify({ seal: flipBit(file.seal, 183 * 8) })).toBe("E_SEAL_SIG");
  });
});

describe("frame check", () => {
  it.each([1, 3, 4, 5, 4096, segmentLength - 1, segmentLength, segmentLength + 1, 1_000_000])(
    "gives the hash of every segment whether the bytes come in pieces of %i or otherwise",
    (length) => {
      const run = check();
      const pieces = length < 10 ? body.length / 2000 : length;
      run.push(body.subarray(0, length));
      for (let at = length; at < body.length; at += pieces) run.push(body.subarray(at, at + pieces));
      expect(run.end().map(toHex)).toEqual(file.segments.map(sha256));
    },
  );

  it("checks a run of segments on its own", () => {
    const run = check({ firstSegment: 1, segments: 2 });
    run.push(body.subarray(segmentLength));
    expect(run.end().map(toHex)).toEqual(file.segments.slice(1).map(sha256));
  });

  it("refuses plaintext at the first framing word, whatever follows", async () => {
    const run = check();
    run.push(new TextEncoder().encode("%PD"));
    expect(await outcome(() => run.push(new TextEncoder().encode("F-1.7")))).toBe("E_FRAMING");
    expect(await outcome(() => run.push(body))).toBe("E_FRAMING");
    expect(await outcome(() => run.end())).toBe("E_FRAMING");
  });

  it("names the segment whose framing word is wrong", () => {
    const swapped = concat(...file.segments.toReversed());
    expect(() => check().push(swapped)).toThrow(expect.objectContaining({ code: "E_FRAMING", segment: 0 }));
    const early = concat(file.segments[0] ?? body, file.segments[2] ?? body);
    expect(() => check().push(early)).toThrow(expect.objectContaining({ code: "E_FRAMING", segment: 1 }));
  });

  it("refuses one byte less, one byte more, and nothing at all", async () => {
    const run = (...chunks: Uint8Array[]) =>
      outcome(() => {
        const one = check();
        for (const chunk of chunks) one.push(chunk);
        one.end();
      });
    expect(await run(body)).toBe("accepted");
    expect(await run(body.subarray(0, -1))).toBe("E_LENGTH");
    expect(await run(body, Uint8Array.of(0))).toBe("E_LENGTH");
    expect(await run()).toBe("E_LENGTH");
  });

  it.each([
    ["a body without a full first kilobyte", { bodyLength: 1055, segments: 1 }],
    ["a body whose last segment would be empty", { bodyLength: segmentLength + 32, segments: 2 }],
    ["a broken length", { bodyLength: 2000.5, segments: 1 }],
    ["a body above the limit", { bodyLength: 2 ** 34, segments: 1 }],
    ["a run beyond the end", { firstSegment: 1, segments: 3 }],
    ["an empty run", { segments: 0 }],
    ["a run before the beginning", { firstSegment: -1, segments: 1 }],
  ])("refuses to check %s", async (_, range) => {
    expect(await outcome(() => check(range))).toBe("E_LIMIT");
  });
});

describe("upload parts", () => {
  it("are 32 segments of together 8 MiB", () => {
    expect(partSize).toBe(8 * 1024 * 1024);
    expect(segmentsPerPart * segmentLength).toBe(partSize);
  });

  it.each([1056, partSize - 1, partSize, partSize + 1056, 3 * partSize + 500_000])(
    "cover a body of %i bytes without a gap",
    (bodyLength) => {
      let end = 0;
      let segment = 0;
      for (let index = 0; index < partCount(bodyLength); index++) {
        const part = partAt(bodyLength, index);
        expect(part).toMatchObject({ offset: end, firstSegment: segment });
        end += part.length;
        segment += part.segments;
      }
      expect(end).toBe(bodyLength);
      expect(segment).toBe(Math.ceil(bodyLength / segmentLength));
    },
  );

  it("do not exist before the first and after the last", async () => {
    expect(await outcome(() => partAt(partSize, 0))).toBe("accepted");
    for (const index of [1, -1, 0.5]) expect(await outcome(() => partAt(partSize, index))).toBe("E_LIMIT");
  });
});

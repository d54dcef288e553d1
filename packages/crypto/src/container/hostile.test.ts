import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { concat, u32, u64, utf8, type Bytes } from "../bytes.ts";
import { inspectGrant, sealGrant } from "../envelope/grant.ts";
import { vaultKeyObject } from "../envelope/objects.ts";
import { cryptoErrorCodes } from "../errors.ts";
import { kemKeyFromSeed } from "../keys/kem.ts";
import { segmentLength } from "../suite.ts";
import {
  accountId,
  createParty,
  now,
  numbered,
  openFile,
  outcome,
  sealFile,
  type Party,
  type Sealed,
} from "../testing/fixtures.ts";
import { forge, rawFrame, resign } from "../testing/forge.ts";
import { createFrameCheck, parsePublicHeader } from "./frame-check.ts";
import { encodeHeader, parseHeader } from "./header.ts";
import { decodeMeta } from "./meta.ts";
import { messageIdOf, verifySealStatement } from "./seal-record.ts";

/** Whatever a hostile server or sender gives, the answer is a code of the closed list, and costs no more than a genuine one. */
let party: Party;
let file: Sealed;
let env: Bytes;

beforeAll(async () => {
  party = await createParty();
  file = await sealFile(party, numbered(700_000));
  const { publicKey: recipientKey } = await kemKeyFromSeed(numbered(32));
  const object = await vaultKeyObject(accountId);
  env = await sealGrant({ ...object, role: "citizen", recipientKey, secret: numbered(32), grantor: party.sender, now });
});

const codes: ReadonlySet<string> = new Set(["accepted", ...cryptoErrorCodes]);
const anyBytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((bytes) => new Uint8Array(bytes));

/** Values that sit on the edges of a field, written where a field begins, and sometimes the wrong total length. */
const edge = fc.oneof(
  fc.constantFrom(u32(0), u32(1), u32(0xffffffff), u64(0), u64(2n ** 33n), u64(2n ** 64n - 1n)),
  fc.constantFrom(utf8("PSC1"), utf8("PSS1"), utf8("PSE1"), Uint8Array.of(2), Uint8Array.of(255), new Uint8Array(32)),
  fc.constant(new Uint8Array(96).fill(255)),
);
const changed = (original: () => Bytes, fields: readonly number[]) =>
  fc
    .tuple(fc.array(fc.tuple(fc.constantFrom(...fields), edge), { maxLength: 3 }), fc.integer({ min: -2, max: 2 }))
    .map(([changes, longer]) => {
      const bytes = concat(original(), new Uint8Array(200));
      for (const [at, part] of changes) bytes.set(part, at);
      return bytes.slice(0, original().length + longer);
    });

type Reader = (bytes: Bytes) => unknown;
const headerFields = [0, 4, 5, 6, 8, 24, 40, 44, 48, 56, 64, 96];
const readers: [string, () => Bytes, readonly number[], Reader][] = [
  ["header", () => file.header, headerFields, (bytes) => parseHeader(bytes)],
  ["FLOE header", () => file.floeHeader, [0, 2, 6, 10, 42], (bytes) => parsePublicHeader(file.header, bytes)],
  [
    "seal",
    () => file.seal,
    [0, 4, 5, 8, 16, 24, 56, 88],
    (seal) => verifySealStatement({ ...file, seal, senderSpki: party.sender.spki }),
  ],
  ["seal of a message id", () => file.seal, [0, 8, 88], messageIdOf],
  ["grant", () => env, [0, 4, 5, 6, 7, 8, 40, 72, 104, 112, 1777, 1825], (bytes) => inspectGrant(bytes)],
];

describe("a reader of hostile bytes", () => {
  it.each(readers)("answers any %s with a code of the list", async (_, original, fields, read) => {
    const input = fc.oneof(anyBytes(2000), changed(original, fields));
    await fc.assert(
      fc.asyncProperty(input, async (bytes) => {
        expect(codes).toContain(await outcome(() => read(bytes)));
      }),
      { numRuns: 1500 },
    );
  });

  it("answers any meta with a code of the list, however it is nested or named", async () => {
    const deep = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
    const json = fc.oneof(
      fc.json(),
      fc
        .record({ size: fc.oneof(fc.integer(), fc.double(), fc.string()), name: fc.string() })
        .map((one) => JSON.stringify(one)),
      fc.constantFrom(
        deep,
        '{"__proto__":{"size":5}}',
        '{"size":5,"constructor":1}',
        '{"size":1e999}',
        '"\\ud800"',
        "",
      ),
    );
    const stated = fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 0xffffffff }));
    await fc.assert(
      fc.asyncProperty(json, stated, async (text, length) => {
        const bytes = utf8(text);
        const frame = concat(u32(length ?? bytes.length), bytes, new Uint8Array(1024));
        expect(codes).toContain(await outcome(() => decodeMeta(frame)));
      }),
      { numRuns: 1500 },
    );
    expect(await outcome(() => decodeMeta(concat(u32(deep.length), utf8(deep))))).toBe("E_META");
  });

  it("answers a container with any part exchanged for any bytes with a code of the list", async () => {
    const part = fc.constantFrom("header", "floeHeader", "seal");
    await fc.assert(
      fc.asyncProperty(part, anyBytes(200), fc.array(anyBytes(3000), { maxLength: 3 }), async (name, bytes, body) => {
        expect(codes).toContain(await outcome(() => openFile({ ...file, [name]: bytes }, { party })));
        expect(await outcome(() => openFile(file, { party, body }))).toBe("E_LENGTH");
      }),
      { numRuns: 300 },
    );
  });

  it("refuses a body cut or lengthened at every edge of its segments, as the blind server does", async () => {
    const body = concat(...file.segments, new Uint8Array(segmentLength));
    const { bodyLength, segmentCount } = parsePublicHeader(file.header, file.floeHeader);
    const ignored = { update: () => undefined, digest: () => new Uint8Array(32) };
    for (const edgeOf of [0, 1, 2].map((k) => k * segmentLength).concat(bodyLength, bodyLength + segmentLength)) {
      for (const length of [edgeOf - 1, edgeOf, edgeOf + 1]) {
        const cutBody = body.subarray(0, Math.max(0, length));
        const expected = cutBody.length === bodyLength ? "accepted" : "E_LENGTH";
        expect(await outcome(() => openFile(file, { party, body: [cutBody] }))).toBe(expected);
        const check = createFrameCheck({
          bodyLength,
          firstSegment: 0,
          segments: segmentCount,
          createHash: () => ignored,
        });
        expect(await outcome(() => (check.push(cutBody), check.end()))).toBe(expected);
      }
    }
  });

  it("takes no more of an endless body than what was announced and the chunk that is too much", async () => {
    let given = 0;
    const endless = function* () {
      yield* file.segments;
      for (; ; given += 1000) yield new Uint8Array(1000);
    };
    expect(await outcome(() => openFile(file, { party, body: endless() }))).toBe("E_LENGTH");
    expect(given).toBe(0);
  });

  it("reserves nothing for the eight gigabytes that a header announces, nor for four of meta", async () => {
    const header = encodeHeader({ ...parseHeader(file.header), paddedLength: 2 ** 33 });
    const huge = await resign(await forge(party, { header, frame: numbered(2000) }), party);
    const meta = utf8('{"size":5}');
    const small = encodeHeader({ ...parseHeader(file.header), paddedLength: 1024 });
    const frame = rawFrame(meta, numbered(5), 1024, 0xffffffff);
    const before = process.memoryUsage().arrayBuffers;
    expect(await outcome(() => openFile(huge, { party }))).toBe("E_LENGTH");
    expect(await outcome(async () => openFile(await forge(party, { header: small, frame }), { party }))).toBe(
      "E_LIMIT",
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8_000_000);
  });
});

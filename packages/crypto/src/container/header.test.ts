import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, u32, u64, type Bytes } from "../bytes.ts";
import { numbered, outcome, withByte } from "../testing/fixtures.ts";
import { encodeHeader, parseHeader, type Header } from "./header.ts";

const message: Header = {
  suite: 1,
  type: "message",
  containerId: numbered(16),
  scopeId: numbered(16),
  generation: 1,
  sequence: 2n,
  paddedLength: 1024,
  senderKeyId: numbered(32),
  previous: numbered(32),
};
const file: Header = { ...message, type: "file", sequence: 0n, previous: new Uint8Array(32) };

const put = (bytes: Bytes, at: number, part: Bytes) => concat(bytes.slice(0, at), part, bytes.slice(at + part.length));

describe("header", () => {
  it.each([
    ["a file", file],
    ["a message", message],
    ["a first message", { ...message, sequence: 1n, previous: new Uint8Array(32) }],
    ["the largest numbers", { ...message, generation: 0xffffffff, sequence: 2n ** 64n - 1n, paddedLength: 2 ** 33 }],
  ])("reads back what was written: %s", (_, header) => {
    const bytes = encodeHeader(header);
    expect(bytes.length).toBe(128);
    expect(parseHeader(bytes)).toEqual(header);
  });

  it.each([
    ["a wrong first byte", 0, Uint8Array.of(0), "E_MAGIC"],
    ["the next version", 3, Uint8Array.of(0x32), "E_MAGIC"],
    ["suite 0", 4, Uint8Array.of(0), "E_SUITE"],
    ["suite 2, which is reserved", 4, Uint8Array.of(2), "E_SUITE"],
    ["type 0", 5, Uint8Array.of(0), "E_TYPE"],
    ["type 3, which is reserved", 5, Uint8Array.of(3), "E_TYPE"],
    ["a set bit in byte 6", 6, Uint8Array.of(1), "E_RESERVED"],
    ["a set bit in byte 7", 7, Uint8Array.of(1), "E_RESERVED"],
    ["generation 0", 40, u32(0), "E_LIMIT"],
    ["a set bit in byte 47", 47, Uint8Array.of(1), "E_RESERVED"],
    ["sequence 0", 48, u64(0), "E_SEQ"],
    ["sequence 1 with a message before it", 48, u64(1), "E_PREV"],
    ["a length below 1024", 56, u64(1023), "E_LIMIT"],
    ["a length above 2^33", 56, u64(2 ** 33 + 1), "E_LIMIT"],
    ["the largest 64-bit length", 56, u64(2n ** 64n - 1n), "E_LIMIT"],
    ["a length that padding never gives", 56, u64(1025), "E_PADDING"],
  ])("refuses a message with %s", async (_, at, part, code) => {
    expect(await outcome(() => parseHeader(put(encodeHeader(message), at, part)))).toBe(code);
  });

  it("refuses a file that claims a place in a chain of messages", async () => {
    expect(await outcome(() => parseHeader(put(encodeHeader(file), 48, u64(1))))).toBe("E_SEQ");
    expect(await outcome(() => parseHeader(withByte(encodeHeader(file), 127, () => 1)))).toBe("E_PREV");
  });

  it("refuses to write what it would not read, and numbers that do not fit", async () => {
    expect(await outcome(() => encodeHeader({ ...message, sequence: 1n }))).toBe("E_PREV");
    expect(await outcome(() => encodeHeader({ ...message, generation: 2 ** 32 + 1 }))).toBe("E_LIMIT");
    expect(await outcome(() => encodeHeader({ ...message, sequence: 2n ** 64n + 2n }))).toBe("E_LIMIT");
  });

  it("refuses a suite that the caller does not allow, and cannot be talked into an unknown one", async () => {
    const bytes = encodeHeader(message);
    expect(await outcome(() => parseHeader(bytes, new Set([1])))).toBe("accepted");
    expect(await outcome(() => parseHeader(bytes, new Set()))).toBe("E_SUITE");
    expect(await outcome(() => parseHeader(put(bytes, 4, Uint8Array.of(2)), new Set([1, 2])))).toBe("E_SUITE");
  });

  it("refuses every other length", async () => {
    for (const length of [0, 127, 129]) {
      expect(await outcome(() => parseHeader(new Uint8Array(length)))).toBe("E_LENGTH");
    }
  });

  it("answers arbitrary bytes with a code or with a header that encodes to the same bytes", async () => {
    const start = encodeHeader(message);
    const changes = fc.array(fc.tuple(fc.nat(127), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = list.reduce((header, [at, value]) => withByte(header, at, () => value), start);
        const isAccepted = (await outcome(() => parseHeader(bytes))) === "accepted";
        const again = isAccepted ? encodeHeader(parseHeader(bytes)) : bytes;
        expect(again).toEqual(bytes);
      }),
      { numRuns: 3000 },
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalBytes, fromBase64Url, fromHex, toBase64Url, toHex, u32, u64, uuidBytes, uuidText } from "./bytes.ts";
import { accountId, outcome } from "./testing/fixtures.ts";

describe("encodings", () => {
  it("come back as the same bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(new Uint8Array(bytes));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(new Uint8Array(bytes));
      }),
    );
    expect(uuidText(uuidBytes(accountId))).toBe(accountId);
  });

  it.each(["AA==", "A", "+/8", "AB", "AA A", "ÄÄ"])("refuse %s as base64url", async (text) => {
    expect(await outcome(() => fromBase64Url(text))).toBe("E_ENCODING");
  });

  it.each(["A0", "0", "0g", " 00"])("refuse %s as hex", async (text) => {
    expect(await outcome(() => fromHex(text))).toBe("E_ENCODING");
  });

  it("refuse a UUID in capitals or without dashes", async () => {
    expect(await outcome(() => uuidBytes(accountId.toUpperCase()))).toBe("E_ENCODING");
    expect(await outcome(() => uuidBytes(accountId.replaceAll("-", "")))).toBe("E_ENCODING");
  });

  it("refuse numbers that would wrap around", async () => {
    for (const value of [-1, 2 ** 32, 0.5, Number.NaN]) expect(await outcome(() => u32(value))).toBe("E_LIMIT");
    for (const value of [-1, -1n, 2n ** 64n, 2 ** 60]) expect(await outcome(() => u64(value))).toBe("E_LIMIT");
  });

  it("compare whole values", () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
  });
});

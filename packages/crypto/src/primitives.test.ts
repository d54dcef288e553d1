import { describe, expect, it } from "vitest";
import { concat, fromHex, toHex, type Bytes } from "./bytes.ts";
import { hpkeOpen, hpkeSeal } from "./envelope/hpke.ts";
import { kemKeyFromSeed, kemKeyId } from "./keys/kem.ts";
import { isSignedBy } from "./keys/signing.ts";
import { aeadOpen, aeadSeal, hkdf384, hmac384, importAead, sha256 } from "./primitives.ts";
import { flipBit, numbered, outcome, seededRandom } from "./testing/fixtures.ts";
import { readVectors, type SignatureVectors } from "./testing/read-vectors.ts";

/** Every primitive through our own wrappers, in every engine that runs this file. Known answers: OpenSSL by node:crypto. */
const signatures = readVectors<SignatureVectors>("signatures");

const key = numbered(32);
const iv = numbered(13).slice(1);
const context = numbered(9);

describe("AES-256-GCM", () => {
  it.each([
    [0, "04ca0e69f16fb5b550e2343b803f46af"],
    [5, "426d85d0603b7128e9a4a21ede796e3826a6b14afb"],
    [16, "426d85d0606536f4cd6d801b5a95f5a90d204ae22b6af008808948a2a82f8e5e"],
    [33, "426d85d0606536f4cd6d801b5a95f5a9d753985643c9dd241faecd60530b7ffbe0797e9b6edfdfb58bae84ff4d3be83a9a"],
  ])("seals and opens %i bytes as OpenSSL does", async (length, expected) => {
    const native = await importAead(key);
    expect(toHex(await aeadSeal(native, iv, context, numbered(length)))).toBe(expected);
    expect(await aeadOpen(native, iv, context, fromHex(expected))).toEqual(numbered(length));
  });

  it("opens nothing with a bit changed in ciphertext, tag, IV or context, nor with a byte more or less of them", async () => {
    const native = await importAead(key);
    const sealed = await aeadSeal(native, iv, context, numbered(33));
    const open = (changed: { iv?: Bytes; context?: Bytes; sealed?: Bytes }) => {
      const all = { iv, context, sealed, ...changed };
      return aeadOpen(native, all.iv, all.context, all.sealed);
    };
    expect(await open({})).toEqual(numbered(33));
    for (let bit = 0; bit < sealed.length * 8; bit++)
      expect(await open({ sealed: flipBit(sealed, bit) })).toBe(undefined);
    for (let bit = 0; bit < iv.length * 8; bit++) expect(await open({ iv: flipBit(iv, bit) })).toBe(undefined);
    for (let bit = 0; bit < 72; bit++) expect(await open({ context: flipBit(context, bit) })).toBe(undefined);
    for (const length of [0, 15, 16, 48]) expect(await open({ sealed: sealed.slice(0, length) })).toBe(undefined);
    expect(await open({ sealed: concat(sealed, Uint8Array.of(0)) })).toBe(undefined);
    for (const length of [0, 1, 8, 11, 13, 16]) expect(await open({ iv: numbered(length) })).toBe(undefined);
    expect(await open({ context: concat(context, Uint8Array.of(0)) })).toBe(undefined);
    expect(await aeadOpen(await importAead(flipBit(key, 255)), iv, context, sealed)).toBe(undefined);
  });

  it("takes no key but one of 32 bytes", async () => {
    expect(await outcome(() => importAead(key))).toBe("accepted");
    for (const length of [0, 16, 24, 31, 33]) expect(await outcome(() => importAead(numbered(length)))).toBe("E_KEY");
  });

  it("encrypts and hashes what it was given at the call, whatever becomes of the buffer afterwards", async () => {
    const buffer = numbered(100_000);
    const native = await importAead(key);
    const working = [aeadSeal(native, iv, context, buffer), sha256(buffer)] as const;
    buffer.fill(0);
    const [sealed, hash] = await Promise.all(working);
    expect(await aeadOpen(native, iv, context, sealed)).toEqual(numbered(100_000));
    expect(hash).toEqual(await sha256(numbered(100_000)));
  });
});

describe("hashes and derivations", () => {
  it("are what OpenSSL computes", async () => {
    expect(toHex(await sha256(numbered(0)))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(toHex(await sha256(numbered(1000)))).toBe(
      "c85a431e0fe575b2609289d3a4042414715f400612575a125d2ce5573d608732",
    );
    expect(toHex(await hmac384(key, numbered(100)))).toBe(
      "9e8bd5c9009c8ce748fb6d42a3ab6312de085c844e0c75a983f4223b20e9eaca12611a06892f49e60fc367033439047f",
    );
  });

  it.each([
    [0, 0, 1, "44"],
    [16, 20, 32, "a00d380608e66c05c9f4e6b76e29e8a60211eabbcb04d12953a73c09960a461b"],
    [0, 20, 48, "19d3053efdb2b2766cc9fa255b8ad0eefb4dcab304e5e76ba86738b839c71cd43b3c8fb69ad6b40463ae17bb15e9f52f"],
    [48, 0, 49, "3894f5799ddc6d1a4077d6add2c9c9c072885fc447a5f98b7e5b21ad41001eaee96f1d119ba1aadf6e6fd4f8718d0723aa"],
  ])("HKDF with a salt of %i and an info of %i bytes gives %i bytes", async (salt, info, length, expected) => {
    expect(toHex(await hkdf384(key, numbered(salt), numbered(info), length))).toBe(expected);
  });

  it("HKDF ends where its counter does", async () => {
    const longest = await hkdf384(key, numbered(0), numbered(0), 255 * 48);
    expect(toHex(await sha256(longest))).toBe("a24f8becb3b648de8b408cbd1a98ca4a09d4e8e381ffae52038019ad32177f09");
    const more = await hkdf384(key, numbered(0), numbered(0), 255 * 48 + 1).catch(() => "refused");
    expect(more).toBe("refused");
  });
});

describe("ECDSA P-384", () => {
  it.each(signatures.vectors)("$result: $name", async ({ spki, signature, result }) => {
    let isSigned = false;
    const code = await outcome(async () => {
      isSigned = await isSignedBy(fromHex(spki), fromHex(signatures.message), fromHex(signature));
    });
    expect(code === "accepted" && !isSigned ? "refused" : code).toBe(result);
  });
});

describe("HPKE with MLKEM1024-P384", () => {
  const seed = numbered(32);
  const info = numbered(112);
  const put = (bytes: Bytes, at: number, part: Uint8Array) =>
    concat(bytes.slice(0, at), part, bytes.slice(at + part.length));

  /** Two 12-bit numbers in three bytes; 3329 = 0xd01 is the first that is none of ML-KEM's. */
  const keyChanges: [string, string, (key: Bytes) => Bytes][] = [
    ["takes a key as it is", "accepted", (own) => own],
    ["refuses a key a byte short", "E_KEY", (own) => own.slice(0, -1)],
    ["refuses a key a byte long", "E_KEY", (own) => concat(own, Uint8Array.of(0))],
    ["refuses no key", "E_KEY", () => new Uint8Array()],
    ["takes 3328 as the first coefficient", "accepted", (own) => put(own, 0, Uint8Array.of(0x00, 0x0d))],
    ["refuses 3329 as the first coefficient", "E_KEY", (own) => put(own, 0, Uint8Array.of(0x01, 0x0d))],
    ["refuses 3329 as the last coefficient", "E_KEY", (own) => put(own, 1534, Uint8Array.of(0x10, 0xd0))],
    ["refuses 4095 in the middle", "E_KEY", (own) => put(own, 768, Uint8Array.of(0xff, 0x0f))],
    ["refuses the point at infinity", "E_KEY", (own) => put(own, 1568, new Uint8Array(97))],
    ["refuses the point (0, 0)", "E_KEY", (own) => put(own, 1569, new Uint8Array(96))],
    ["refuses coordinates above p", "E_KEY", (own) => put(own, 1569, new Uint8Array(96).fill(255))],
    ["refuses a point off the curve", "E_KEY", (own) => flipBit(own, 1664 * 8)],
    ["refuses a compressed point among zeros", "E_KEY", (own) => put(own, 1568, Uint8Array.of(2))],
    [
      "refuses the hybrid encoding of a point",
      "E_KEY",
      (own) => put(own, 1568, Uint8Array.of(6 + ((own[1664] ?? 0) & 1))),
    ],
  ];
  it.each(keyChanges)("%s", async (_, result, change) => {
    const { publicKey } = await kemKeyFromSeed(seed);
    expect(await outcome(() => hpkeSeal(change(publicKey), info, key, seededRandom(3)))).toBe(result);
  });

  const envelopeChanges: [string, "opens" | "stays shut", (enc: Bytes, sealed: Bytes) => [Bytes, Bytes]][] = [
    ["as it was sealed", "opens", (enc, sealed) => [enc, sealed]],
    ["with an encapsulation a byte short", "stays shut", (enc, sealed) => [enc.slice(0, -1), sealed]],
    ["with an encapsulation a byte long", "stays shut", (enc, sealed) => [concat(enc, Uint8Array.of(0)), sealed]],
    ["without an encapsulation", "stays shut", (_, sealed) => [new Uint8Array(), sealed]],
    ["with a bit of the ML-KEM half changed", "stays shut", (enc, sealed) => [flipBit(enc, 1000), sealed]],
    ["with the last ML-KEM bit changed", "stays shut", (enc, sealed) => [flipBit(enc, 1567 * 8), sealed]],
    ["with a point off the curve", "stays shut", (enc, sealed) => [flipBit(enc, 1664 * 8), sealed]],
    ["with the point at infinity", "stays shut", (enc, sealed) => [put(enc, 1568, new Uint8Array(97)), sealed]],
    ["with a bit of the ciphertext changed", "stays shut", (enc, sealed) => [enc, flipBit(sealed, 3)]],
    ["with a bit of the tag changed", "stays shut", (enc, sealed) => [enc, flipBit(sealed, 47 * 8)]],
    ["with a tag a byte short", "stays shut", (enc, sealed) => [enc, sealed.slice(0, -1)]],
    ["without a ciphertext", "stays shut", (enc) => [enc, new Uint8Array()]],
  ];
  it.each(envelopeChanges)("an envelope %s %s", async (_, result, change) => {
    const { publicKey } = await kemKeyFromSeed(seed);
    const { enc, ciphertext } = await hpkeSeal(publicKey, info, key, seededRandom(3));
    const opened = await hpkeOpen(seed, info, ...change(enc, ciphertext));
    expect(opened).toEqual(result === "opens" ? key : undefined);
  });

  it("makes keys of seeds of 32 bytes only, and names keys of their one length only", async () => {
    const { publicKey } = await kemKeyFromSeed(seed);
    for (const length of [0, 31, 33, 64]) expect(await outcome(() => kemKeyFromSeed(numbered(length)))).toBe("E_KEY");
    expect(await outcome(() => kemKeyId(publicKey))).toBe("accepted");
    expect(await outcome(() => kemKeyId(publicKey.slice(1)))).toBe("E_KEY");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { concat, type Bytes } from "../bytes.ts";
import { sha256 } from "../primitives.ts";
import { flipBit, numbered, outcome, withByte } from "../testing/fixtures.ts";
import { generateSigningKey, importSigningKey, isSignedBy, sign, signingKeyId, type SigningKey } from "./signing.ts";

const message = numbered(100);
let key: SigningKey;
let pkcs8: Bytes;
let signed: Bytes;

beforeAll(async () => {
  ({ key, pkcs8 } = await generateSigningKey());
  signed = await sign(key, message);
});

describe("signing keys", () => {
  it("come back from PKCS#8 as the same key, and cannot be exported again", async () => {
    const again = await importSigningKey(pkcs8);
    expect(again.spki).toEqual(key.spki);
    expect(again.keyId).toEqual(key.keyId);
    expect(again.privateKey.extractable).toBe(false);
    expect(await isSignedBy(key.spki, message, await sign(again, message))).toBe(true);
  });

  it("have the hash of label and SPKI as their id", async () => {
    expect(key.spki.length).toBe(120);
    expect(key.keyId).toEqual(await sha256(concat(new TextEncoder().encode("PSSK"), key.spki)));
  });

  it("are refused on another curve, in another encoding, or off the curve", async () => {
    const { subtle } = crypto;
    const other = await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
    const otherPkcs8 = new Uint8Array(await subtle.exportKey("pkcs8", other.privateKey));
    const otherSpki = new Uint8Array(await subtle.exportKey("spki", other.publicKey));
    expect(await outcome(() => importSigningKey(otherPkcs8))).toBe("E_KEY");
    expect(await outcome(() => importSigningKey(new Uint8Array(10)))).toBe("E_KEY");
    expect(await outcome(() => signingKeyId(otherSpki))).toBe("E_KEY");
    expect(await outcome(() => signingKeyId(concat(key.spki, Uint8Array.of(0))))).toBe("E_KEY");
    expect(await outcome(() => signingKeyId(withByte(key.spki, 23, () => 2)))).toBe("E_KEY");
    expect(await outcome(() => isSignedBy(flipBit(key.spki, 119 * 8), message, signed))).toBe("E_KEY");
  });

  it("do not confirm a signature that is shorter, longer, changed, or over other bytes", async () => {
    expect(await isSignedBy(key.spki, message, signed)).toBe(true);
    expect(await isSignedBy(key.spki, message, signed.slice(0, 95))).toBe(false);
    expect(await isSignedBy(key.spki, message, concat(signed, Uint8Array.of(0)))).toBe(false);
    expect(await isSignedBy(key.spki, message, new Uint8Array(96))).toBe(false);
    expect(await isSignedBy(key.spki, message, flipBit(signed, 5))).toBe(false);
    expect(await isSignedBy(key.spki, numbered(99), signed)).toBe(false);
  });
});

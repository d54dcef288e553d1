import * as noble from "@panva/hpke-noble";
import * as native from "hpke";
import { describe, expect, it } from "vitest";
import { copyOf, fromHex } from "../bytes.ts";
import { kemKeyFromSeed } from "../keys/kem.ts";
import { numbered, outcome, seededRandom, withByte } from "../testing/fixtures.ts";
import { hpkeOpen, hpkeSeal } from "./hpke.ts";

const seed = numbered(32);
const info = numbered(112);
const secret = numbered(33).slice(1);

/** Other implementations of the same code point: OpenSSL's ML-KEM under WebCrypto, and an older noble. */
const oracles = [
  ["native", new native.CipherSuite(native.KEM_MLKEM1024_P384, native.KDF_HKDF_SHA384, native.AEAD_AES_256_GCM)],
  ["hpke-noble", new native.CipherSuite(noble.KEM_MLKEM1024_P384, noble.KDF_HKDF_SHA384, noble.AEAD_AES_256_GCM)],
] as const;

describe("HPKE with MLKEM1024-P384", () => {
  it.each(oracles)("opens what %s sealed, and %s opens what we sealed", async (_, oracle) => {
    expect(oracle.KEM.id).toBe(0x0051);
    const own = await kemKeyFromSeed(seed);
    const publicKey = await oracle.DeserializePublicKey(own.publicKey);
    const theirs = await oracle.Seal(publicKey, secret, { info });
    const { encapsulatedSecret, ciphertext } = theirs;
    expect(await hpkeOpen(own.seed, info, copyOf(encapsulatedSecret), copyOf(ciphertext))).toEqual(secret);
    const ours = await hpkeSeal(own.publicKey, info, secret, seededRandom(1));
    const privateKey = await oracle.DeserializePrivateKey(seed);
    expect(copyOf(await oracle.Open(privateKey, ours.enc, ours.ciphertext, { info }))).toEqual(secret);
  });

  it("refuses a public key that is no key", async () => {
    const { publicKey } = await kemKeyFromSeed(seed);
    const seal = (key: typeof publicKey) => outcome(() => hpkeSeal(key, info, secret, seededRandom(1)));
    expect(await seal(publicKey)).toBe("accepted");
    // Coefficients of the ML-KEM half must be below 3329, the last bytes must be a point of the curve.
    const tooLarge = withByte(
      withByte(publicKey, 0, () => 0xff),
      1,
      () => 0xff,
    );
    expect(await seal(tooLarge)).toBe("E_KEY");
    expect(await seal(withByte(publicKey, 1664, (byte) => byte ^ 1))).toBe("E_KEY");
    expect(await seal(publicKey.slice(1))).toBe("E_KEY");
  });

  it("answers every kind of broken ciphertext in the same way", async () => {
    const own = await kemKeyFromSeed(seed);
    const { enc, ciphertext } = await hpkeSeal(own.publicKey, info, secret, seededRandom(1));
    const noPoint = withByte(enc, 1568, () => 0x05);
    expect(await hpkeOpen(own.seed, info, noPoint, ciphertext)).toBeUndefined();
    expect(
      await hpkeOpen(
        own.seed,
        info,
        withByte(enc, 0, (b) => b ^ 1),
        ciphertext,
      ),
    ).toBeUndefined();
    expect(
      await hpkeOpen(
        own.seed,
        info,
        enc,
        withByte(ciphertext, 0, (b) => b ^ 1),
      ),
    ).toBeUndefined();
    expect(await hpkeOpen(own.seed, fromHex("00"), enc, ciphertext)).toBeUndefined();
    expect(await hpkeOpen(own.seed, info, enc, ciphertext)).toEqual(secret);
  });
});

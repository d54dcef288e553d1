/**
 * Writes vectors/signatures.json anew: `node src/testing/make-signature-vectors.ts`. Signatures with an extreme r or s do
 * not come about by signing, so the public key is computed to fit the signature: Q = (s R - z G) / r.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { p384 } from "@noble/curves/nist.js";
import { concat, fromHex, toHex, utf8, type Bytes } from "../bytes.ts";
import { generateSigningKey, sign } from "../keys/signing.ts";
import { signature } from "../suite.ts";

const { Point } = p384;
const { n } = Point.CURVE();
const p = Point.Fp.ORDER;
const scalar = Point.Fn;
const message = utf8("Guten Tag, Frau Müller");
const z = scalar.create(BigInt(`0x${createHash("sha384").update(message).digest("hex")}`));

const bytesOf = (value: bigint): Bytes => fromHex(value.toString(16).padStart(96, "0"));
const pair = (r: bigint, s: bigint) => concat(bytesOf(r), bytesOf(s));
const spkiOf = (point: Uint8Array) => concat(fromHex(signature.spkiPrefix).slice(0, -1), point);

/** The first point of the curve whose x is `from` or larger. */
function pointFrom(from: bigint) {
  for (let x = from; ; x += 1n) {
    try {
      return { x, point: Point.fromHex(`02${x.toString(16).padStart(96, "0")}`) };
    } catch {
      // About every second x has no point.
    }
  }
}

function keyFor(x: bigint, point: InstanceType<typeof Point>, s: bigint) {
  const r = scalar.create(x);
  const inverse = scalar.inv(r);
  const key = point.multiply(scalar.mul(s, inverse)).subtract(Point.BASE.multiply(scalar.mul(z, inverse)));
  return { r, spki: spkiOf(key.toBytes(false)) };
}

const { key } = await generateSigningKey();
const signed = await sign(key, message);
const r = BigInt(`0x${toHex(signed.slice(0, 48))}`);
const s = BigInt(`0x${toHex(signed.slice(48))}`);
const point = key.spki.slice(23);

const smallR = pointFrom(5n);
const ofSmallR = keyFor(smallR.x, smallR.point, 0xabcdefn);
const largeX = pointFrom(n + 1n);
const ofLargeX = keyFor(largeX.x, largeX.point, 0x1234567n);
const ofSmallS = keyFor(pointFrom(2n ** 380n).x, pointFrom(2n ** 380n).point, 7n);
const der = (value: bigint) => concat(Uint8Array.of(2, 49, 0), bytesOf(value));

const own = (name: string, bytes: Uint8Array, result = "refused") => ({
  name,
  spki: key.spki,
  signature: bytes,
  result,
});
const vectors = [
  own("a signature", signed, "accepted"),
  own("its other half, n - s: one message has more than one signature", pair(r, n - s), "accepted"),
  own("nothing", new Uint8Array()),
  own("r alone", signed.slice(0, 48)),
  own("a byte short", signed.slice(0, 95)),
  own("a byte long at the end", concat(signed, Uint8Array.of(0))),
  own("a byte long at the front", concat(Uint8Array.of(0), signed)),
  own("as ASN.1", concat(Uint8Array.of(0x30, 102), der(r), der(s))),
  own("r and s swapped", pair(s, r)),
  own("r = 0", pair(0n, s)),
  own("s = 0", pair(r, 0n)),
  own("r = s = 0", pair(0n, 0n)),
  own("r = s = 1", pair(1n, 1n)),
  own("r = n", pair(n, s)),
  own("s = n", pair(r, n)),
  own("r = s = n", pair(n, n)),
  own("r = n - 1", pair(n - 1n, s)),
  own("r = p", pair(p, s)),
  own("all bits set", new Uint8Array(96).fill(255)),
  own("n - r", pair(n - r, s)),
  { name: "a very small r", spki: ofSmallR.spki, signature: pair(ofSmallR.r, 0xabcdefn), result: "accepted" },
  { name: "that r and n more", spki: ofSmallR.spki, signature: pair(ofSmallR.r + n, 0xabcdefn), result: "refused" },
  { name: "a very small s", spki: ofSmallS.spki, signature: pair(ofSmallS.r, 7n), result: "accepted" },
  { name: "that s and n more", spki: ofSmallS.spki, signature: pair(ofSmallS.r, 7n + n), result: "refused" },
  {
    name: "R with x above n, reduced",
    spki: ofLargeX.spki,
    signature: pair(ofLargeX.r, 0x1234567n),
    result: "accepted",
  },
  { name: "R with x above n, as it is", spki: ofLargeX.spki, signature: pair(largeX.x, 0x1234567n), result: "refused" },
  ...[
    ["a point off the curve", concat(point.slice(0, 96), Uint8Array.of((point[96] ?? 0) ^ 1))],
    ["the point (0, 0)", concat(Uint8Array.of(4), new Uint8Array(96))],
    ["a point with x = p", concat(Uint8Array.of(4), bytesOf(p), point.slice(49))],
    ["a compressed point", Point.fromBytes(point).toBytes(true)],
    ["a point in the hybrid encoding", concat(Uint8Array.of(6 + ((point[96] ?? 0) & 1)), point.slice(1))],
    ["no point", new Uint8Array()],
  ].map(([name, bytes]) => ({ name, spki: spkiOf(bytes as Uint8Array), signature: signed, result: "E_KEY" })),
];

const text = (_: string, value: unknown) => (value instanceof Uint8Array ? toHex(value) : value);
writeFileSync(
  new URL("../../vectors/signatures.json", import.meta.url),
  `${JSON.stringify({ message: toHex(message), vectors }, text, 1)}\n`,
);

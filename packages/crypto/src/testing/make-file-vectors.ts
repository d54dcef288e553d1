/**
 * Writes vectors/pscf.json anew: `node src/testing/make-file-vectors.ts`. Keys and signatures come out different each
 * time. Published vectors are never replaced by a second run.
 */
import { writeFileSync } from "node:fs";
import { concat, toHex, u32, u64, utf8, type Bytes } from "../bytes.ts";
import { encodeFileFront } from "../container/file-form.ts";
import { sealGrant } from "../envelope/grant.ts";
import { caseKeyObject, unitSeedObject } from "../envelope/objects.ts";
import { kemKeyFromSeed } from "../keys/kem.ts";
import { createParty, flipBit, now, sealFile, seededRandom, unitId, withByte } from "./fixtures.ts";

const random = seededRandom(20_261_122);
const party = await createParty();
const recipient = await kemKeyFromSeed(random(32));
const content = utf8("Bescheid über Wohngeld 📄");
const sealed = await sealFile(party, content, random);
const by = { secret: party.caseKey.secret, grantor: party.sender, recipientKey: recipient.publicKey, now, random };
const object = await caseKeyObject(party.caseKey.scopeId, 1);
const grant = await sealGrant({ ...by, ...object, role: "citizen" });
const foreign = await sealGrant({ ...by, ...(await unitSeedObject(unitId, 1)), role: "official" });
const nextGeneration = await sealGrant({ ...by, ...(await caseKeyObject(party.caseKey.scopeId, 2)), role: "citizen" });

const body = concat(...sealed.segments);
const file = async (grants: Bytes[]) => concat(await encodeFileFront({ ...sealed, grants }), body);
const [bare, whole] = [await file([]), await file([grant])];
/** HDR, FH, SEAL, the first grant and BODY begin here. */
const at = { header: 12, floeHeader: 140, seal: 214, grants: 398, body: 2319 };
const withCount = (count: number) => concat(whole.slice(0, 8), u32(count), whole.slice(12));
const withGrant = (env: Bytes) => concat(whole.slice(0, at.grants), env, whole.slice(at.body));
const withBytes = (offset: number, bytes: Bytes) =>
  concat(whole.slice(0, offset), bytes, whole.slice(offset + bytes.length));

const refused: [string, Bytes, string][] = [
  ["nothing at all", new Uint8Array(), "E_LENGTH"],
  ["cut inside the count", whole.slice(0, 11), "E_LENGTH"],
  ["cut inside the grant", whole.slice(0, at.body - 1), "E_LENGTH"],
  ["without its body", whole.slice(0, at.body), "E_LENGTH"],
  ["one byte short", whole.slice(0, -1), "E_LENGTH"],
  ["one byte more", concat(whole, Uint8Array.of(0)), "E_LENGTH"],
  ["two files in one", concat(whole, whole), "E_LENGTH"],
  ["a bare header", whole.slice(at.header), "E_MAGIC"],
  ["version 2", withByte(whole, 4, () => 2), "E_MAGIC"],
  ["a reserved byte set", withByte(whole, 7, () => 1), "E_RESERVED"],
  ["257 grants announced", withCount(257), "E_LIMIT"],
  ["a count of 2^32 - 1", withCount(0xffffffff), "E_LIMIT"],
  ["one grant less announced than there is", withCount(0), "E_LENGTH"],
  ["one grant more announced than there is", withCount(2), "E_LENGTH"],
  ["unknown suite", withByte(whole, at.header + 4, () => 2), "E_SUITE"],
  ["a length that padding never gives", withBytes(at.header + 56, u64(1025)), "E_PADDING"],
  ["other FLOE parameters", withByte(whole, at.floeHeader + 3, () => 8), "E_SUITE"],
  ["a SEAL of another header", withByte(whole, at.header + 8, (byte) => byte ^ 1), "E_SEAL_DIGEST"],
  ["a SEAL of another length", withBytes(at.seal + 8, u64(2112)), "E_SEAL_DIGEST"],
  ["something else in the place of SEAL", withByte(whole, at.seal, () => 0), "E_MAGIC"],
  ["something else in the place of a grant", withByte(whole, at.grants, () => 0), "E_MAGIC"],
  ["a grant of unknown kind", withByte(whole, at.grants + 6, () => 9), "E_TYPE"],
  ["a grant of another case", withGrant(flipBit(grant, 8 * 8)), "E_CONTEXT"],
  ["a grant of a unit's seed", withGrant(foreign), "E_CONTEXT"],
  ["a grant of the next generation", withGrant(nextGeneration), "E_CONTEXT"],
];

const vectors = {
  recipient: { seed: recipient.seed, keyId: recipient.keyId },
  sender: { spki: party.sender.spki, keyId: party.sender.keyId },
  caseSecret: party.caseKey.secret,
  result: { name: "bescheid.pdf", type: "application/pdf", content, messageId: sealed.messageId },
  accepted: [
    { name: "one grant", grants: 1, file: whole },
    { name: "no grant: the case key travels another way", grants: 0, file: bare },
  ],
  refused: refused.map(([name, bytes, error]) => ({ name, file: bytes, error })),
};
writeFileSync(
  new URL("../../vectors/pscf.json", import.meta.url),
  `${JSON.stringify(vectors, (_, one: unknown) => (one instanceof Uint8Array ? toHex(one) : one), 1)}\n`,
);

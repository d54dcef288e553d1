/**
 * Writes vectors/slots.json anew: `node src/testing/make-slot-vectors.ts`. The signature of the device link comes out different each time.
 */
import { writeFileSync } from "node:fs";
import { concat, toHex, u32 } from "../bytes.ts";
import { answerDeviceLink, beginDeviceLink } from "../keys/device-link.ts";
import { sealPasskeySlot } from "../keys/passkey.ts";
import { newPassphraseHeader, passphraseKey, stretch } from "../keys/passphrase.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { sealPassphraseSlot } from "../keys/slot.ts";
import { generateWords, parseWords } from "../keys/words.ts";
import { accountId, now, otherAccountId, seededRandom, withByte } from "./fixtures.ts";

const random = seededRandom(20_261_122);
const vaultKey = random(32);
const words = generateWords(random);

async function passphraseSlot() {
  const header = newPassphraseHeader(accountId, random);
  const key = await passphraseKey(words, header, accountId);
  const slot = await sealPassphraseSlot({ vaultKey, header, key, accountId, random });
  const costing = (...cost: [number, number, number]) => ({ header: concat(header.slice(0, 40), ...cost.map(u32)) });
  const refuse = (name: string, change: object, error = "E_SLOT") => ({ name, change, error });
  const otherSalt = withByte(header, 24, (b) => b ^ 1);
  const otherWords = generateWords(random);
  return {
    accountId,
    words,
    wrappingKey: stretch(words, header, accountId),
    ...slot,
    vaultKey,
    refused: [
      refuse("other magic", { header: withByte(header, 3, () => 0x32) }),
      refuse("type of a recovery slot", { header: withByte(header, 4, () => 3) }),
      refuse("reserved byte", { header: withByte(header, 7, () => 1) }),
      refuse("other account in the header", { header: withByte(header, 23, (b) => b ^ 1) }),
      refuse("other account expected", { accountId: otherAccountId }),
      refuse("other salt", { header: otherSalt, wrappingKey: stretch(words, otherSalt, accountId) }),
      refuse("header one byte long", { header: concat(header, Uint8Array.of(0)) }),
      refuse("changed ciphertext", { wrapped: withByte(slot.wrapped, 30, (b) => b ^ 1) }),
      refuse("cut", { wrapped: slot.wrapped.slice(0, -1) }),
      refuse("other words", { words: otherWords, wrappingKey: stretch(otherWords, header, accountId) }),
      refuse("no words", { words: "correct horse battery staple" }, "E_WORDS"),
      refuse("too little memory", costing(65_535, 3, 4), "E_SLOT_WEAK"),
      refuse("too few passes", costing(65_536, 2, 4), "E_SLOT_WEAK"),
      refuse("too few lanes", costing(65_536, 3, 3), "E_SLOT_WEAK"),
      refuse("too much memory", costing(262_145, 3, 4), "E_LIMIT"),
      refuse("too many passes", costing(65_536, 11, 4), "E_LIMIT"),
      refuse("too many lanes", costing(65_536, 3, 17), "E_LIMIT"),
    ],
  };
}

async function passkeySlot() {
  const prf = { prfOutput: random(32), prfInput: random(32), credentialId: random(48) };
  const slot = await sealPasskeySlot({ vaultKey, accountId, random, ...prf });
  const { header, wrapped } = slot;
  const refuse = (name: string, change: object) => ({ name, change, error: "E_SLOT" });
  return {
    accountId,
    ...prf,
    ...slot,
    vaultKey,
    refused: [
      refuse("type of a recovery slot", { header: withByte(header, 4, () => 3) }),
      refuse("reserved byte", { header: withByte(header, 7, () => 1) }),
      refuse("other account expected", { accountId: otherAccountId }),
      refuse("other account in the header", { header: withByte(header, 23, (b) => b ^ 1) }),
      refuse("other input of the PRF", { header: withByte(header, 24, (b) => b ^ 1) }),
      refuse("other credential", { header: withByte(header, 56, (b) => b ^ 1) }),
      refuse("credential of 15 bytes", { header: header.slice(0, 71) }),
      refuse("other output of the PRF", { prfOutput: withByte(prf.prfOutput, 0, (b) => b ^ 1) }),
      refuse("changed ciphertext", { wrapped: withByte(wrapped, 30, (b) => b ^ 1) }),
      refuse("cut", { wrapped: wrapped.slice(0, -1) }),
    ],
  };
}

async function deviceLink() {
  const linkId = "0189cccc-0000-7000-8000-000000000001";
  const { kem, code, publicKey, proof } = await beginDeviceLink({ accountId, linkId, random });
  const link = { accountId, linkId, code };
  const { key: signing } = await generateSigningKey();
  const answer = await answerDeviceLink(link, { publicKey, proof }, { vaultKey, signing, now, random });
  const other = await answerDeviceLink(link, { publicKey, proof }, { vaultKey: random(32), signing, now, random });
  const refuse = (name: string, change: object, error = "E_LINK") => ({ name, change, error });
  return {
    ...link,
    seed: kem.seed,
    publicKey,
    proof,
    answer,
    vaultKey,
    grantorSpki: signing.spki,
    refusedRequests: [
      refuse("other key", { publicKey: withByte(publicKey, 1664, (b) => b ^ 1) }),
      refuse("other proof", { proof: withByte(proof, 47, (b) => b ^ 1) }),
      refuse("other link", { linkId: "0189cccc-0000-7000-8000-000000000002" }),
      refuse("other account", { accountId: otherAccountId }),
      refuse("other code", { code: generateWords(random) }),
      refuse("no code", { code: "bano kife" }, "E_WORDS"),
    ],
    refusedAnswers: [
      refuse("other grantor", { answer: withByte(answer, 119, (b) => b ^ 1) }),
      refuse("other grant under this tag", { answer: concat(other.slice(0, 2041), answer.slice(2041)) }),
      refuse("other tag", { answer: withByte(answer, 2088, (b) => b ^ 1) }),
      refuse("cut", { answer: answer.slice(0, -1) }),
      refuse("one byte long", { answer: concat(answer, Uint8Array.of(0)) }),
      refuse("other code", { code: generateWords(random) }),
      refuse("other account", { accountId: otherAccountId }),
      refuse("other private key", { seed: random(32) }, "E_CONTEXT"),
    ],
  };
}

const spelled = {
  accepted: [words, words.toUpperCase(), words.replaceAll(" ", ""), words.replaceAll(" ", " – ")].map((typed) => ({
    typed,
    letters: parseWords(typed),
  })),
  refused: [
    { typed: words.slice(5), error: { code: "E_WORDS" } },
    { typed: `${words.slice(0, 3)} ${words.slice(5)}`, error: { code: "E_WORDS", group: 0 } },
    { typed: `${words.slice(0, -1)}y`, error: { code: "E_WORDS", group: 6 } },
  ],
};

const hexed = (_: string, one: unknown) => (one instanceof Uint8Array ? toHex(one) : one);
const vectors = {
  words: spelled,
  passphraseSlot: await passphraseSlot(),
  passkeySlot: await passkeySlot(),
  deviceLink: await deviceLink(),
};
writeFileSync(new URL("../../vectors/slots.json", import.meta.url), `${JSON.stringify(vectors, hexed, 1)}\n`);

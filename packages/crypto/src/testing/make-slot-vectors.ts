/**
 * Writes vectors/slots.json anew: `node src/testing/make-slot-vectors.ts`. Repeatable, because nothing in it is signed.
 */
import { writeFileSync } from "node:fs";
import { concat, toHex, u32 } from "../bytes.ts";
import { newPassphraseHeader, passphraseKey } from "../keys/passphrase.ts";
import { sealPassphraseSlot } from "../keys/slot.ts";
import { generateWords, parseWords } from "../keys/words.ts";
import { accountId, otherAccountId, seededRandom, withByte } from "./fixtures.ts";

const random = seededRandom(20_261_122);
const vaultKey = random(32);
const words = generateWords(random);

async function passphraseSlot() {
  const header = newPassphraseHeader(accountId, random);
  const key = await passphraseKey(words, header, accountId);
  const slot = await sealPassphraseSlot({ vaultKey, header, key, accountId, random });
  const costing = (...cost: [number, number, number]) => ({ header: concat(header.slice(0, 40), ...cost.map(u32)) });
  const refuse = (name: string, change: object, error = "E_SLOT") => ({ name, change, error });
  return {
    accountId,
    words,
    ...slot,
    vaultKey,
    refused: [
      refuse("other magic", { header: withByte(header, 3, () => 0x32) }),
      refuse("type of a recovery slot", { header: withByte(header, 4, () => 3) }),
      refuse("reserved byte", { header: withByte(header, 7, () => 1) }),
      refuse("other account in the header", { header: withByte(header, 23, (b) => b ^ 1) }),
      refuse("other account expected", { accountId: otherAccountId }),
      refuse("other salt", { header: withByte(header, 24, (b) => b ^ 1) }),
      refuse("header one byte long", { header: concat(header, Uint8Array.of(0)) }),
      refuse("changed ciphertext", { wrapped: withByte(slot.wrapped, 30, (b) => b ^ 1) }),
      refuse("cut", { wrapped: slot.wrapped.slice(0, -1) }),
      refuse("other words", { words: generateWords(random) }),
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
const vectors = { words: spelled, passphraseSlot: await passphraseSlot() };
writeFileSync(new URL("../../vectors/slots.json", import.meta.url), `${JSON.stringify(vectors, hexed, 1)}\n`);

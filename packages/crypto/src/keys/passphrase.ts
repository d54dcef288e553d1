import { argon2id } from "@noble/hashes/argon2.js";
import { copyOf, utf8, type Bytes } from "../bytes.ts";
import { importAead, type NativeKey } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead } from "../suite.ts";
import { encodeCost, readCost, writtenCost } from "./argon2-cost.ts";
import { encodeSlotHeader, expectSlot, passphraseSaltLength } from "./slot-header.ts";
import { parseWords } from "./words.ts";

/** The header of a new passphrase slot: a fresh salt, and the cost that is written today. */
export const newPassphraseHeader = (accountId: string, random: RandomSource = randomBytes): Bytes =>
  encodeSlotHeader("passphrase", accountId, random(passphraseSaltLength), encodeCost(writtenCost));

/**
 * The wrapping key of a passphrase slot, not extractable. Takes about a second and 64 MiB of memory, and blocks: never
 * on a page's own thread. Throws E_WORDS; E_SLOT, E_SLOT_WEAK or E_LIMIT before anything is computed.
 */
export const passphraseKey = async (words: string, header: Uint8Array, accountId: string): Promise<NativeKey> =>
  importAead(stretch(words, header, accountId));

/** The bytes of that key: for vectors, because whoever reads them may have no Argon2id at hand. */
export function stretch(words: string, header: Uint8Array, accountId: string): Bytes {
  const parameters = expectSlot(header, "passphrase", accountId);
  const { memory, passes, lanes } = readCost(parameters.slice(passphraseSaltLength));
  const letters = utf8(parseWords(words));
  const salt = parameters.slice(0, passphraseSaltLength);
  return copyOf(argon2id(letters, salt, { m: memory, t: passes, p: lanes, dkLen: aead.keyLength }));
}

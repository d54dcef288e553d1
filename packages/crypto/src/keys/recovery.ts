import type { Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { randomBytes, type RandomSource } from "../random.ts";

export const recoveryKeyLength = 20;
const groups = 8;
const dataSymbols = 4;
const groupLength = dataSymbols + 1;

/** Without I, L, O and U: nothing that is read or written as another character, no accidental words. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const generateRecoveryKey = (random: RandomSource = randomBytes): Bytes => random(recoveryKeyLength);

/** Doubling in GF(32) with x^5 + x^2 + 1. */
const twice = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * Check symbol of one group: s0·x^4 + s1·x^3 + s2·x^2 + s3·x + number of the group, in GF(32). All weights differ, so it
 * notices every single wrong character, every swap of two characters, and groups written down in another order.
 */
const checkSymbol = (symbols: readonly number[], group: number): number =>
  symbols.reduce((sum, symbol) => twice(sum ^ symbol), 0) ^ group;

/** 20 bytes as eight groups of five characters: four carry 20 bits, the fifth checks the group. */
export function formatRecoveryKey(key: Uint8Array): string {
  if (key.length !== recoveryKeyLength) throw new CryptoError("E_KEY");
  const bits = Array.from(key, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const symbols = Array.from({ length: groups * dataSymbols }, (_, i) =>
    Number.parseInt(bits.slice(5 * i, 5 * i + 5), 2),
  );
  return Array.from({ length: groups }, (_, group) => {
    const data = symbols.slice(group * dataSymbols, (group + 1) * dataSymbols);
    return [...data, checkSymbol(data, group)].map((symbol) => alphabet[symbol]).join("");
  }).join("-");
}

/**
 * Reads what a person typed: any case, any separators, O for 0, I or L for 1.
 * Throws E_RECOVERY_FORMAT (wrong number of characters, or one that does not occur; with the group when it is known)
 * or E_RECOVERY_CHECKSUM; `group` counts from 0.
 */
export function parseRecoveryKey(typed: string): Bytes {
  const words = typed
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .split(/[\s\p{Pd}.,:_]+/u)
    .filter((word) => word !== "");
  const joined = words.join("");
  if (joined.length !== groups * groupLength) throw wrongLength(words);
  const symbols = Array.from(joined, (character, at) => {
    const symbol = alphabet.indexOf(character);
    refuseUnless(symbol >= 0, "E_RECOVERY_FORMAT", { group: Math.floor(at / groupLength) });
    return symbol;
  });
  const data = Array.from({ length: groups }, (_, group) => {
    const start = group * groupLength;
    const own = symbols.slice(start, start + dataSymbols);
    refuseUnless(checkSymbol(own, group) === symbols[start + dataSymbols], "E_RECOVERY_CHECKSUM", { group });
    return own;
  });
  const bits = data
    .flat()
    .map((symbol) => symbol.toString(2).padStart(5, "0"))
    .join("");
  return Uint8Array.from({ length: recoveryKeyLength }, (_, i) => Number.parseInt(bits.slice(8 * i, 8 * i + 8), 2));
}

/** Typed in the printed groups, the short or long one can be named; typed in one go, only the sum is known to be wrong. */
function wrongLength(words: readonly string[]): CryptoError {
  const group = words.findIndex((word) => word.length !== groupLength);
  return words.length === groups && group >= 0
    ? new CryptoError("E_RECOVERY_FORMAT", { group })
    : new CryptoError("E_RECOVERY_FORMAT");
}

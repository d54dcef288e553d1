import { CryptoError, refuseUnless } from "../errors.ts";
import { randomBytes, type RandomSource } from "../random.ts";

const wordCount = 7;
const wordLength = 4;

/**
 * Words nobody has to know: consonant, vowel, consonant, vowel. Twelve consonants that are not taken for one another on
 * a bad line, without h, j, p and z, which would spell what nobody wants to read from an authority.
 */
const consonants = "bdfgklmnrstw";
const vowels = "aeiou";
const syllableCount = consonants.length * vowels.length;
const wordPattern = new RegExp(`^(?:[${consonants}][${vowels}]){2}$`);

/** The largest multiple of the number of syllables in a byte: what lies above would come up more often. */
const fairBytes = 256 - (256 % syllableCount);

function drawSyllable(random: RandomSource): string {
  for (;;) {
    const [byte = 255] = random(1);
    if (byte >= fairBytes) continue;
    const at = byte % syllableCount;
    return consonants.charAt(Math.floor(at / vowels.length)) + vowels.charAt(at % vowels.length);
  }
}

/** Seven words of two syllables, 82 bits: "bano kife tuda …". People never choose them. */
export const generateWords = (random: RandomSource = randomBytes): string =>
  Array.from({ length: wordCount }, () => drawSyllable(random) + drawSyllable(random)).join(" ");

/**
 * The letters of what a person typed, the one spelling from which keys are derived: NFKC, lower case, any separators.
 * Throws E_WORDS, with `group` (from 0) when the wrong word can be named.
 */
export function parseWords(typed: string): string {
  const words = typed
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s\p{Pd}.,:_]+/u)
    .filter((word) => word !== "");
  const joined = words.join("");
  if (joined.length !== wordCount * wordLength) {
    const group = words.findIndex((word) => word.length !== wordLength);
    throw new CryptoError("E_WORDS", words.length === wordCount ? { group } : {});
  }
  for (let group = 0; group < wordCount; group++)
    refuseUnless(wordPattern.test(joined.slice(wordLength * group, wordLength * (group + 1))), "E_WORDS", { group });
  return joined;
}

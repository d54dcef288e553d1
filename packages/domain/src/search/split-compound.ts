import { stem } from "./stem.ts";
import { partStems, wordParts } from "./word-parts.ts";

/** What German puts between two parts; nothing is tried first. */
const links = ["", "s", "n", "e", "en", "er", "es"];
const longestPart = Math.max(...[...wordParts].map((part) => part.length));

/**
 * The stems of the parts of a folded word, when known parts cover it from end to end: "hundesteuer" is "hund" and
 * "steu". Empty for every other word, also where only one end is known: "Wohnmobil" has nothing to do with housing.
 */
export const splitCompound = (word: string): string[] => cover(word)?.map(stem) ?? [];

function cover(word: string): string[] | null {
  let best: string[] | null = null;
  for (let length = Math.min(longestPart, word.length - 3); length >= 3; length -= 1) {
    const head = word.slice(0, length);
    if (!wordParts.has(head)) continue;
    for (const link of links) {
      const rest = word.slice(length + link.length);
      if (rest.length < 3 || !word.startsWith(link, length)) continue;
      const parts = wordParts.has(rest) || partStems.has(stem(rest)) ? [rest] : cover(rest);
      if (parts && (best === null || parts.length + 1 < best.length)) best = [head, ...parts];
    }
  }
  return best;
}

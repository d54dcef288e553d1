import { emptyWords } from "./common-words.ts";
import { allowedSlips, isNear } from "./edit-distance.ts";
import type { QueryWord } from "./read-query.ts";
import { splitCompound } from "./split-compound.ts";

/** How an entry may have a word: as it was typed, in parts, as the beginning of a word, or with a slip. */
export const qualities = { word: 1, parts: 0.85, beginning: 0.75, slip: 0.65 } as const;
export type Quality = keyof typeof qualities;

/** Stems that an entry must have all of, so that it counts as having the word. */
export type Expansion = { stems: readonly string[]; quality: Quality };

const shortestBeginning = 3;
const mostNeighbours = 20;

/**
 * What a typed word can stand for among `words`, which are sorted: all words of the catalogue, or as many as could
 * matter. Slips are only looked for when nothing else fits: whoever typed a word that exists has not mistyped it.
 */
export function expandWord(word: QueryWord, words: readonly string[]): Expansion[] {
  const has = (wanted: string) => words[firstAtLeast(words, wanted)] === wanted;
  const expansions: Expansion[] = has(word.stem) ? [{ stems: [word.stem], quality: "word" }] : [];
  const parts = splitCompound(word.folded).filter((part) => !emptyWords.has(part));
  if (parts.length > 0 && parts.every(has)) expansions.push({ stems: parts, quality: "parts" });
  if (word.mayGoOn && word.folded.length >= shortestBeginning)
    expansions.push(...one(beginningsWith(words, word.folded), "beginning"));
  if (expansions.length > 0) return expansions;

  return one(neighboursOf(word, words), "slip");
}

const one = (stems: readonly string[], quality: Quality): Expansion[] =>
  stems.map((found) => ({ stems: [found], quality }));

const beginningsWith = (words: readonly string[], beginning: string) => {
  const from = firstAtLeast(words, beginning);
  return words.slice(from, from + mostNeighbours).filter((found) => found.startsWith(beginning) && found !== beginning);
};

/** Words with the same first letter, which is the one that people get right, at a distance that can be a slip. */
function neighboursOf({ folded, stem }: QueryWord, words: readonly string[]): string[] {
  const initial = stem.slice(0, 1);
  const found: string[] = [];
  for (let place = firstAtLeast(words, initial); place < words.length && found.length < mostNeighbours; place += 1) {
    const candidate = words[place] ?? "";
    if (!candidate.startsWith(initial)) break;
    if (candidate.length < 4) continue;
    const limit = allowedSlips(Math.min(stem.length, candidate.length));
    if (isNear(stem, candidate, limit) || isNear(folded, candidate, limit)) found.push(candidate);
  }
  return found;
}

/** Place of the first word that is not before `wanted`. */
export function firstAtLeast(words: readonly string[], wanted: string): number {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? "") < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

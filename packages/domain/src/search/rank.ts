import { type Expansion, qualities } from "./expand-word.ts";
import type { QueryWord } from "./read-query.ts";
import type { Field } from "./search-index.ts";

/** A typed word with all that it can stand for. */
export type SoughtWord = QueryWord & { expansions: readonly Expansion[] };
/** What ranking wants to know of an entry, wherever its words are kept. */
export type Ranked = { key: string; titleLength: number; fieldOf: (stem: string) => Field | undefined };
/** "exact" has all that was typed; "maybe" has some of it, or the parts of a word. */
export type Hit<Entry> = { entry: Entry; kind: "exact" | "maybe" };

const weights: Record<Field, number> = { A: 9, B: 6, C: 2, D: 1 };

/**
 * Entries that answer, best first. Stated, so that the device and the server promise the same: what has everything comes
 * before what has some; a title before a synonym before a text; a word as typed before its parts, its beginning and a
 * slip. Words that say what is to be done ("anmelden") choose among entries, but make none an answer by themselves.
 */
export function rankEntries<Entry extends Ranked>(
  words: readonly SoughtWord[],
  entries: readonly Entry[],
): Hit<Entry>[] {
  const scored = entries.flatMap((entry) => {
    const score = scoreEntry(words, entry);
    return score ? [{ entry, ...score }] : [];
  });
  const mostActions = Math.max(0, ...scored.filter(({ hasAll }) => hasAll).map(({ actions }) => actions));
  return scored
    .map(({ entry, value, hasAll, actions }) => ({ entry, value, isExact: hasAll && actions === mostActions }))
    .toSorted(
      (a, b) =>
        Number(b.isExact) - Number(a.isExact) ||
        b.value - a.value ||
        a.entry.titleLength - b.entry.titleLength ||
        (a.entry.key < b.entry.key ? -1 : 1),
    )
    .map(({ entry, isExact }) => ({ entry, kind: isExact ? "exact" : "maybe" }));
}

function scoreEntry(words: readonly SoughtWord[], entry: Ranked) {
  const matches = words.map((word) => ({ isAction: word.isAction, ...bestMatch(word, entry) }));
  const things = matches.filter(({ isAction }) => !isAction);
  const deciding = things.length > 0 ? things : matches;
  if (deciding.every(({ quality }) => quality === 0)) return null;

  // "Umzug" is the whole of one title and only a corner of another, where it counts as much as a synonym.
  const inTitle = matches.filter(({ field }) => field === "A").length / Math.max(1, entry.titleLength);
  const valueOf = (field: Field) =>
    field === "A" ? Math.max(weights.B, weights.A * Math.min(1, inTitle)) : weights[field];
  return {
    value: matches.reduce((sum, { field, quality }) => sum + quality * valueOf(field), 0),
    hasAll: deciding.every(({ isWhole }) => isWhole),
    actions: matches.filter(({ isAction, quality }) => isAction && quality > 0).length,
  };
}

/** The best that an entry has for a word. Of parts, all must be there, and the one that stands lowest counts. */
function bestMatch({ expansions }: SoughtWord, { fieldOf }: Ranked) {
  let best: { field: Field; quality: number } = { field: "D", quality: 0 };
  let isWhole = false;
  for (const { stems, quality } of expansions) {
    const found = stems.map(fieldOf).filter((field) => field !== undefined);
    const field = found.toSorted().at(-1);
    if (field === undefined || found.length < stems.length) continue;
    // Only to be asked for a paper does not make a service the answer to who looks for that paper.
    if (quality !== "parts" && field !== "D") isWhole = true;
    if (qualities[quality] * weights[field] > best.quality * weights[best.field])
      best = { field, quality: qualities[quality] };
  }
  return { ...best, isWhole };
}

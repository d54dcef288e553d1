import type { Place } from "../routing/place.ts";
import { actionWords, emptyWords } from "./common-words.ts";
import { wordsOf } from "./fold.ts";
import { stem } from "./stem.ts";

export type QueryWord = { folded: string; stem: string; isAction: boolean; mayGoOn: boolean };
export type SearchPlace =
  | { is: "none" }
  | { is: "unknown"; postalCode: string }
  | { is: "known"; places: readonly Place[] };
export type Query = { words: readonly QueryWord[]; place: SearchPlace };

/** More is no search any more: a pasted letter must not cost a phone seconds. */
const mostWords = 8;
const longestWord = 40;

/**
 * Reads "hund anmelden 05123" and "hund anmelden in musterfurt". The last five digits that stand alone are the postal
 * code; the names of places, longest first, are taken out of the words. The last word may still be in the making.
 */
export function readQuery(typed: string, places: readonly Place[]): Query {
  const all = wordsOf(typed);
  const postalCode = all.findLast((word) => /^\d{5}$/.test(word));
  const named = findName(all, places);
  const rest = all.filter((word, index) => word !== postalCode && !(named && index >= named.from && index < named.to));
  const isOpen = /[\p{Letter}\p{Number}]$/u.test(typed);
  const words = rest
    .map((folded, index) => ({ folded: folded.slice(0, longestWord), mayGoOn: isOpen && index === rest.length - 1 }))
    .map((word) => ({ ...word, stem: stem(word.folded), isAction: actionWords.has(stem(word.folded)) }))
    .filter((word) => !emptyWords.has(word.folded) && word.folded.length > 1)
    .slice(0, mostWords);
  return { words, place: placeOf(postalCode, named?.places ?? null, places) };
}

function placeOf(
  postalCode: string | undefined,
  named: readonly Place[] | null,
  places: readonly Place[],
): SearchPlace {
  if (postalCode === undefined) return named ? { is: "known", places: named } : { is: "none" };
  const here = places.filter((place) => place.postalCode === postalCode);
  // "05143 Nebenbach": the name says which of the municipalities that share the code is meant.
  const both = here.filter((place) => named?.some(({ ars }) => ars === place.ars));
  if (both.length > 0) return { is: "known", places: both };
  return here.length > 0 ? { is: "known", places: here } : { is: "unknown", postalCode };
}

/** The longest name of a place among the words, and where it stands. */
function findName(words: readonly string[], places: readonly Place[]) {
  const byName = Map.groupBy(places, ({ name }) => wordsOf(name).join(" "));
  for (let length = Math.min(4, words.length); length >= 1; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const found = byName.get(words.slice(from, from + length).join(" "));
      if (found) return { from, to: from + length, places: found };
    }
  return null;
}

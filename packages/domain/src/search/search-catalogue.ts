import type { Place } from "../routing/place.ts";
import { expandWord, firstAtLeast } from "./expand-word.ts";
import { type Hit, rankEntries, type Ranked, type SoughtWord } from "./rank.ts";
import { readQuery, type SearchPlace } from "./read-query.ts";
import { type Field, fields, type SearchIndex } from "./search-index.ts";

export type Searchable<Entry> = { entries: readonly Entry[]; index: SearchIndex; places: readonly Place[] };
export type Found<Entry> = {
  hits: readonly Hit<Entry>[];
  place: SearchPlace;
  /** Nothing was typed that a service could be found by: a place alone, or words that say nothing. */
  isEmpty: boolean;
};

/** The search of a device: no answer leaves it, and it asks nobody. */
export function searchCatalogue<Entry extends { key: string }>(
  typed: string,
  { entries, index, places }: Searchable<Entry>,
): Found<Entry> {
  const { words, place } = readQuery(typed, places);
  const sought = words.map((word): SoughtWord => ({ ...word, expansions: expandWord(word, index.words) }));
  const found = entriesWith(sought, index);
  const ranked = [...found].flatMap(([position, terms]) => {
    const entry = entries[position];
    const titleLength = index.titleLengths[position] ?? 0;
    return entry
      ? [
          { key: entry.key, titleLength, fieldOf: (stem: string) => terms.get(stem), found: entry } satisfies Ranked & {
            found: Entry;
          },
        ]
      : [];
  });
  const hits = rankEntries(sought, ranked).map(({ entry, kind }) => ({ entry: entry.found, kind }));
  return { hits, place, isEmpty: words.length === 0 };
}

/** Entries that have at least one of the stems, with the stems that they have. */
function entriesWith(words: readonly SoughtWord[], index: SearchIndex): Map<number, Map<string, Field>> {
  const stems = new Set(words.flatMap(({ expansions }) => expansions.flatMap((expansion) => expansion.stems)));
  const found = new Map<number, Map<string, Field>>();
  for (const stem of stems)
    for (const posting of index.postings[firstAtLeast(index.words, stem)] ?? []) {
      const position = Math.floor(posting / fields.length);
      const terms = found.get(position) ?? new Map<string, Field>();
      found.set(position, terms.set(stem, fields[posting % fields.length] ?? "D"));
    }
  return found;
}

import type { Service } from "../service/service.ts";
import { emptyWords } from "./common-words.ts";
import { wordsOf } from "./fold.ts";
import { splitCompound } from "./split-compound.ts";
import { stem } from "./stem.ts";

/** Where in an entry a word stands, best first. The letters are the weights that Postgres knows for the same thing. */
export const fields = ["A", "B", "C", "D"] as const;
export type Field = (typeof fields)[number];

/** The stems of one entry, each with the best field in which it stands. */
export type Terms = ReadonlyMap<string, Field>;

export type Searched = Pick<Service, "title" | "synonyms" | "summary" | "forWhom" | "evidence">;

/** Parts of a compound stand lower than the word: "Ausweis" means an identity card before it means one for parking. */
const lower = { A: "C", B: "C", C: "D", D: "D" } as const satisfies Record<Field, Field>;

/** All that an entry can be found by, in all languages at once: people mix them, and so do their keyboards. */
export function termsOf({ title, synonyms, summary, forWhom, evidence }: Searched): Terms {
  const terms = new Map<string, Field>();
  const add = (found: string, field: Field) => {
    const known = terms.get(found);
    if (known === undefined || field < known) terms.set(found, field);
  };
  const addText = (text: string, field: Field) => {
    for (const word of wordsOf(text)) {
      if (emptyWords.has(word)) continue;
      add(stem(word), field);
      for (const part of splitCompound(word)) if (!emptyWords.has(part)) add(part, lower[field]);
    }
  };
  // Plain German takes long words apart with hyphens: "Führer-Schein" has nothing to do with leaders.
  const simple = ({ simple: text }: { simple: string }) => text.replaceAll("-", "");
  for (const text of [title.de, title.en]) addText(text, "A");
  for (const text of [...synonyms.de, ...synonyms.en]) addText(text, "B");
  for (const text of [simple(title), summary.de, summary.en, simple(summary)]) addText(text, "C");
  for (const { de, en } of [forWhom, ...evidence.map(({ label }) => label)]) addText(`${de} ${en}`, "D");
  return terms;
}

/** How many words a title has that mean something; who typed all of them has named it. */
export const titleLength = (title: string) =>
  new Set(
    wordsOf(title)
      .filter((word) => !emptyWords.has(word))
      .map(stem),
  ).size;

/** What a device searches: entries by their place in the catalogue, and for each stem which of them have it where. */
export type SearchIndex = {
  /** Sorted, so that beginnings are found by halving. */
  words: readonly string[];
  /** Beside each word, for each entry that has it: place in the catalogue × 4 + field. */
  postings: readonly (readonly number[])[];
  titleLengths: readonly number[];
};

export function buildSearchIndex(entries: readonly Searched[]): SearchIndex {
  const found = new Map<string, number[]>();
  for (const [place, entry] of entries.entries())
    for (const [word, field] of termsOf(entry)) {
      const posting = place * fields.length + fields.indexOf(field);
      found.set(word, [...(found.get(word) ?? []), posting]);
    }
  const words = [...found.keys()].toSorted();
  return {
    words,
    postings: words.map((word) => found.get(word) ?? []),
    titleLengths: entries.map(({ title }) => titleLength(title.de)),
  };
}

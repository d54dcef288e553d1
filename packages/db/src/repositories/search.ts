import type { Place } from "@dvd/domain/routing/place";
import type { Expansion } from "@dvd/domain/search/expand-word";
import { type Field, type Searched, termsOf } from "@dvd/domain/search/search-index";
import type { Service } from "@dvd/domain/service/service";
import { and, between, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { places, searchWords, services } from "../schema/directory.ts";
import type { AnyTx } from "../tenant.ts";

/** Words are made of letters and digits, see `wordsOf`; the quotes keep whatever else somebody makes of them harmless. */
const quoted = (stem: string) => `'${stem.replaceAll(/['\\]/g, "")}'`;

/**
 * The words of an entry as Postgres keeps them. Stems and weights are ours, so there is no dictionary to install, and
 * the server finds what devices find. Each word has one place: only its field counts, not where in a text it stands.
 */
export const searchVector = (entry: Searched) =>
  [...termsOf(entry)].map(([stem, field]) => `${quoted(stem)}:1${field}`).join(" ");

/** A service as its row, with what it can be found by. */
export const serviceRow = (service: Service) => ({ ...service, search: searchVector(service) });

const mostWords = 200;

/** Words of the catalogue that are one of these stems or begin like one of these beginnings. */
export async function listWords(tx: AnyTx, stems: readonly string[], beginnings: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ word: searchWords.word })
    .from(searchWords)
    .where(or(inArray(searchWords.word, [...stems]), ...beginnings.map((beginning) => startsWith(beginning))))
    .orderBy(searchWords.word)
    .limit(mostWords);
  return rows.map(({ word }) => word);
}

/** Words with the same first letter and about as long: among them are those that a slip of the finger has hidden. */
export async function listNeighbours(
  tx: AnyTx,
  initial: string,
  { shortest, longest }: { shortest: number; longest: number },
): Promise<string[]> {
  const rows = await tx
    .select({ word: searchWords.word })
    .from(searchWords)
    .where(and(startsWith(initial), between(sql`length(${searchWords.word})`, shortest, longest)))
    .orderBy(searchWords.word);
  return rows.map(({ word }) => word);
}

/** A range, which the primary key answers; the database sorts by code points. */
const startsWith = (beginning: string) =>
  and(gte(searchWords.word, beginning), lt(searchWords.word, `${beginning}\u{10FFFF}`));

/** Places whose code or name stands in what was typed. */
export const listPlacesIn = (tx: AnyTx, typed: string, codes: readonly string[]): Promise<Place[]> =>
  tx
    .select()
    .from(places)
    .where(or(inArray(places.postalCode, [...codes]), sql`strpos(lower(${typed}), lower(${places.name})) > 0`))
    .orderBy(places.postalCode, places.ars);

type Sought = { expansions: readonly Expansion[] };
const anyOf = (words: readonly Sought[]) =>
  words.flatMap(({ expansions }) => expansions.map(({ stems }) => `(${stems.map(quoted).join(" & ")})`)).join(" | ");

/** In the order in which Postgres keeps them: D, C, B, A. In the proportions of `domain/search/rank`. */
const weights = sql`'{0.11, 0.22, 0.67, 1}'::float4[]`;

/**
 * The entries that have at least one of the deciding words, the most promising first by all words; with each, the field
 * of every stem that was asked for, so that the domain can rank them.
 */
export async function findCandidates(
  tx: AnyTx,
  { deciding, all, limit }: { deciding: readonly Sought[]; all: readonly Sought[]; limit: number },
) {
  const wanted = anyOf(deciding);
  if (wanted === "") return [];
  const stems = [...new Set(all.flatMap(({ expansions }) => expansions.flatMap((expansion) => expansion.stems)))];
  const rank: SQL = sql`ts_rank(${weights}, ${services.search}, ${anyOf(all)}::tsquery)`;
  return tx
    .select({
      key: services.key,
      slug: services.slug,
      title: services.title,
      summary: services.summary,
      terms: sql<Record<string, Field>>`(
        select coalesce(jsonb_object_agg(lexeme, weights[1]), '{}') from unnest(${services.search})
        where lexeme = any(${sql.param(stems)}))`,
    })
    .from(services)
    .where(sql`${services.search} @@ ${wanted}::tsquery`)
    .orderBy(sql`${rank} desc`, services.key)
    .limit(limit);
}

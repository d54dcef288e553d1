import { listOffices, listPublishedRules } from "@dvd/db/repositories/directory";
import { findCandidates, listNeighbours, listPlacesIn, listWords } from "@dvd/db/repositories/search";
import { type AnyTx, readPublic } from "@dvd/db/tenant";
import { allowedSlips } from "@dvd/domain/search/edit-distance";
import { expandWord } from "@dvd/domain/search/expand-word";
import { wordsOf } from "@dvd/domain/search/fold";
import { rankEntries, type SoughtWord } from "@dvd/domain/search/rank";
import { type QueryWord, readQuery, type SearchPlace } from "@dvd/domain/search/read-query";
import { responsibleOffice } from "@dvd/domain/search/responsible-office";
import { titleLength } from "@dvd/domain/search/search-index";
import { splitCompound } from "@dvd/domain/search/split-compound";
import type { Deps } from "../context.ts";
import type { SearchServices } from "./search-services.contract.ts";

/** Ranked by the domain among as many as Postgres finds most promising. */
const mostCandidates = 200;

/** The search for other systems. Our own pages search on the device: nobody has to tell us what they look for. */
export const searchServices = (ctx: Pick<Deps, "db" | "now">, { query, limit }: SearchServices) =>
  readPublic(ctx.db, async (tx) => {
    const codes = wordsOf(query).filter((word) => /^\d{5}$/.test(word));
    const { words, place } = readQuery(query, await listPlacesIn(tx, query, codes));
    const all: SoughtWord[] = [];
    for (const word of words) all.push({ ...word, expansions: await expand(tx, word) });
    const things = all.filter(({ isAction }) => !isAction);
    const deciding = things.length > 0 ? things : all;

    const found = await findCandidates(tx, { deciding, all, limit: mostCandidates });
    const candidates = found.map(({ terms, ...service }) => ({
      ...service,
      titleLength: titleLength(service.title.de),
      fieldOf: (stem: string) => terms[stem],
    }));
    const officeFor = await officesAt(ctx, tx, place);
    return {
      services: rankEntries(all, candidates)
        .slice(0, limit)
        .map(({ entry: { key, slug, title, summary }, kind }) => ({
          key,
          slug,
          title,
          summary,
          kind,
          office: officeFor(key),
        })),
    };
  });

/** What a word can stand for in this catalogue. Asks for words with a slip only when nothing else fits. */
async function expand(tx: AnyTx, word: QueryWord) {
  const stems = [word.stem, ...splitCompound(word.folded)];
  const expansions = expandWord(
    word,
    await listWords(tx, stems, word.mayGoOn && word.folded.length > 2 ? [word.folded] : []),
  );
  if (expansions.length > 0) return expansions;
  const slips = allowedSlips(word.folded.length);
  const lengths = { shortest: word.stem.length - slips, longest: word.folded.length + slips };
  return slips === 0 ? [] : expandWord(word, await listNeighbours(tx, word.stem.slice(0, 1), lengths));
}

async function officesAt(ctx: Pick<Deps, "now">, tx: AnyTx, place: SearchPlace) {
  const [first, ...rest] = place.is === "known" ? place.places : [];
  if (!first) return () => null;
  const known = { published: await listPublishedRules(tx), offices: await listOffices(tx) };
  const now = ctx.now();
  return (serviceKey: string) => {
    const responsible = responsibleOffice(known, serviceKey, [first, ...rest], now);
    if (responsible.is !== "one") return null;
    const { authority, unit } = responsible.office;
    return { authority, unit, isClearing: responsible.isClearing };
  };
}

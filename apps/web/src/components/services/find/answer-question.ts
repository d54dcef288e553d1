import type { DirectoryFile, ListedService } from "@dvd/domain/search/directory-file";
import { readQuery, type SearchPlace } from "@dvd/domain/search/read-query";
import { type Found, searchCatalogue } from "@dvd/domain/search/search-catalogue";

/** What was asked in the two fields. */
export type Question = { what: string; where: string };
export type Answer = Found<ListedService>;

/** Answers on the device. What stands in the field for the place counts more than a place among the words. */
export function answerQuestion(file: DirectoryFile, { what, where }: Question): Answer {
  const { services: entries, index, places } = file;
  const found = searchCatalogue(what, { entries, index, places });
  return where.trim() === "" ? found : { ...found, place: placeIn(file, where) };
}

function placeIn({ places }: DirectoryFile, where: string): SearchPlace {
  const { place } = readQuery(where, places);
  return place.is === "none" ? { is: "unknown", postalCode: where.trim() } : place;
}

import type { Place, WherePlace } from "@dvd/domain/routing/place";
import type { DirectoryFile } from "@dvd/domain/search/directory-file";

/** The entries of the directory for a place that was chosen before; several while only a shared postal code is known. */
export const placesOf = ({ places }: Pick<DirectoryFile, "places">, chosen: WherePlace | null): Place[] =>
  places.filter(
    ({ postalCode, ars }) => postalCode === chosen?.postalCode && (chosen.ars === null || ars === chosen.ars),
  );

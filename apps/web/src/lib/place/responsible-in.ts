import type { Place } from "@dvd/domain/routing/place";
import { type Responsible, responsibleOffice } from "@dvd/domain/search/responsible-office";
import type { LoadedDirectory } from "./load-directory.ts";

/** Who takes care of a service in the places that are meant; null while no place is known. */
export function responsibleIn(file: LoadedDirectory, serviceKey: string, places: readonly Place[]): Responsible | null {
  const [first, ...rest] = places;
  return first ? responsibleOffice(file, serviceKey, [first, ...rest], file.at) : null;
}

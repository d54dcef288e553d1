import { DomainError } from "../errors.ts";

/** Five digits and twelve: the postal code that people know, and the official number of the municipality (ARS). */
export const postalCodePattern = /^\d{5}$/;
export const arsPattern = /^\d{12}$/;

/** One municipality under one of its postal codes; a code can belong to several, and a municipality has several. */
export type Place = {
  postalCode: string;
  ars: string;
  name: string;
  /** The town hall as open data names it, for places whose authority is not connected. */
  contact: PlaceContact | null;
};
export type PlaceContact = { authority: string; address: string; phone: string };

/** Where somebody is, as far as routing may know it; without an ARS the rules go by the postal code alone. */
export type WherePlace = { postalCode: string; ars: string | null };

/**
 * The places that a postal code can mean, with or without a municipality named along with it. Where no list of places
 * knows the code, the code itself is all there is. A municipality that does not belong to the code is a mistake that
 * must not be guessed around: the parcel would go to an office of another town.
 */
export function placesMeant(known: readonly Place[], { postalCode, ars }: WherePlace): WherePlace[] {
  const here = known.filter((place) => place.postalCode === postalCode);
  if (here.length === 0 && ars === null) return [{ postalCode, ars: null }];
  const meant = here.filter((place) => ars === null || place.ars === ars);
  if (meant.length === 0) throw new DomainError("routing.unknown-place");
  return meant.map((place) => ({ postalCode, ars: place.ars }));
}

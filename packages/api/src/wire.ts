import { arsPattern, postalCodePattern } from "@dvd/domain/routing/place";
import { uuidPattern } from "@dvd/domain/ids";
import { z } from "zod";

/**
 * What contracts are made of. Bytes travel as base64 in JSON; a length is part of the contract wherever the format
 * fixes it, so that a wrong one is refused before a command runs. Only zod and the domain are imported here: the
 * browser may load contracts.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

export const decodeBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  // In slices, because a function takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(binary);
}

/** Exactly `length` bytes. */
export const bytesOf = (length: number) =>
  z
    .base64()
    .length(Math.ceil(length / 3) * 4)
    .transform(decodeBase64)
    .refine((bytes) => bytes.length === length);

/** Between `min` and `max` bytes. */
export const bytesBetween = (min: number, max: number) =>
  z
    .base64()
    .max(Math.ceil(max / 3) * 4)
    .transform(decodeBase64)
    .refine((bytes) => bytes.length >= min && bytes.length <= max);

export const base64Text = z.base64();

/** A branded id: UUID in lower case. */
export const idOf = <Id extends string>() =>
  z
    .string()
    .regex(uuidPattern)
    .transform((id) => id as Id);

export const postalCode = z.string().regex(postalCodePattern);
/** Official number of a municipality, where its postal code alone could mean another one. */
export const ars = z.string().regex(arsPattern);
export const serviceKey = z.string().regex(/^[A-Z0-9]{14}$/);

export const pageSize = z.int().min(1).max(100).default(50);
/** Opaque position in a list: the place after the last row that was shown. */
export const cursorText = z
  .string()
  .max(120)
  .regex(/^[A-Za-z0-9_-]+$/);

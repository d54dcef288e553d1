import { fromBase64Url, type Bytes } from "./bytes.ts";
import { CryptoError, type CryptoErrorCode } from "./errors.ts";

/** Turns an unknown value into a T or throws: the strict reader behind meta, vault, statements and receipts. */
export type Shape<T> = (value: unknown) => T;
export type Read<S> = S extends Shape<infer T> ? T : never;

class Malformed extends Error {}

function refuse(): never {
  throw new Malformed();
}

export const text =
  (maximum: number, pattern = /^/): Shape<string> =>
  (value) => {
    // Half a surrogate pair is text to JavaScript and an error to many other languages.
    if (typeof value !== "string" || !value.isWellFormed()) return refuse();
    return value.length > 0 && value.length <= maximum && pattern.test(value) ? value : refuse();
  };

export const integer =
  (minimum: number, maximum: number = Number.MAX_SAFE_INTEGER): Shape<number> =>
  (value) =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= minimum && value <= maximum ? value : refuse();

export const literal =
  <const T extends string | number>(...allowed: readonly T[]): Shape<T> =>
  (value) =>
    allowed.find((one) => one === value) ?? refuse();

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);

export const list =
  <T>(shape: Shape<T>, maximum: number): Shape<T[]> =>
  (value) =>
    Array.isArray(value) && value.length <= maximum ? value.map((item: unknown) => shape(item)) : refuse();

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const record =
  <T>(key: RegExp, shape: Shape<T>): Shape<Record<string, T>> =>
  (value) => {
    if (!isObject(value)) return refuse();
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [key.test(name) ? name : refuse(), shape(item)]),
    );
  };

type Fields = Record<string, Shape<unknown>>;
type Values<F extends Fields> = { [Name in keyof F]: Read<F[Name]> };

/** Every required field, any of the optional ones, and nothing else. */
export const object =
  <Required extends Fields, Optional extends Fields>(
    required: Required,
    optional: Optional,
  ): Shape<Values<Required> & Partial<Values<Optional>>> =>
  (value) => {
    if (!isObject(value)) return refuse();
    const fields = new Map(Object.entries({ ...required, ...optional }));
    if (Object.keys(required).some((name) => !Object.hasOwn(value, name))) refuse();
    const read = Object.entries(value).map(([name, item]) => [name, (fields.get(name) ?? refuse())(item)]);
    // Checked field by field just above; the compiler cannot follow names through fromEntries.
    return Object.fromEntries(read) as Values<Required> & Partial<Values<Optional>>;
  };

/** Time as written by Date.toISOString, the one spelling that is accepted. */
export const instant: Shape<string> = (value) => {
  if (typeof value !== "string" || value.length !== 24) return refuse();
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value ? value : refuse();
};

/** Bytes as canonical base64url. */
export const base64Url =
  (minimum: number, maximum: number): Shape<string> =>
  (value) => {
    if (typeof value !== "string") return refuse();
    const { length } = checkedBase64Url(value);
    return length >= minimum && length <= maximum ? value : refuse();
  };

function checkedBase64Url(value: string): Bytes {
  try {
    return fromBase64Url(value);
  } catch {
    // The only way to fail is E_ENCODING; the reader of the whole names its own code.
    return refuse();
  }
}

/** Bytes as base64 with padding, the way they travel in answers of the server; one value has one spelling. */
export const base64: Shape<Bytes> = (value) => {
  const isWhole = typeof value === "string" && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);
  if (!isWhole) return refuse();
  return checkedBase64Url(value.replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_"));
};

export const writeJson = (value: unknown): string => JSON.stringify(value);

function parse(bytes: Uint8Array): unknown {
  try {
    const source = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(source);
    return writeJson(value) === source ? value : undefined;
  } catch {
    // Not UTF-8 or not JSON. No shape accepts undefined.
    return undefined;
  }
}

/** JSON in any spelling, for files that carry signed bytes and are not signed themselves. */
export function readLooseJson<T>(source: string, shape: Shape<T>, code: CryptoErrorCode): T {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    // No shape accepts undefined.
  }
  return checkShape(value, shape, code);
}

/** Writers pass their own value through the shape of the reader: nothing is sealed that could not be opened. */
export function checkShape<T>(value: unknown, shape: Shape<T>, code: CryptoErrorCode): T {
  try {
    return shape(value);
  } catch (error) {
    if (error instanceof Malformed) throw new CryptoError(code);
    throw error;
  }
}

/**
 * UTF-8 JSON in its shortest spelling only (no white space, no duplicate names, no byte order mark): two decoders
 * can then never read two different values out of the same signed bytes.
 */
export const readJson = <T>(bytes: Uint8Array, shape: Shape<T>, code: CryptoErrorCode): T =>
  checkShape(parse(bytes), shape, code);

import { refuseUnless, type CryptoErrorCode } from "./errors.ts";

/** WebCrypto takes no views of shared memory, so everything this package returns owns a plain ArrayBuffer. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A private copy: what was verified cannot be changed by the caller afterwards, and a Node Buffer becomes plain. */
export const copyOf = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

export function copyOfLength(bytes: Uint8Array, length: number, code: CryptoErrorCode): Bytes {
  refuseUnless(bytes.length === length, code);
  return copyOf(bytes);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Compares without an early exit: how many leading bytes of a tag are right must not show in the time. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** A loop, because padding can have hundreds of megabytes and `every` takes several times as long. */
export function isZero(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) return false;
  return true;
}

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** A number that does not fit would come out as another one, so it is refused. */
export function u32(value: number): Bytes {
  refuseUnless(Number.isInteger(value) && value >= 0 && value <= 0xffffffff, "E_LIMIT");
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function u64(value: number | bigint): Bytes {
  refuseUnless(typeof value === "bigint" || Number.isSafeInteger(value), "E_LIMIT");
  refuseUnless(value >= 0 && value <= 0xffff_ffff_ffff_ffffn, "E_LIMIT");
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** Reads fields one after another. The caller has compared the whole length first: it never runs off the end. */
export function readerOf(bytes: Bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const advance = (length: number) => {
    at += length;
    return at - length;
  };
  return {
    take: (length: number): Bytes => bytes.slice(advance(length), at),
    u8: (): number => view.getUint8(advance(1)),
    u32: (): number => view.getUint32(advance(4)),
    u64: (): bigint => view.getBigUint64(advance(8)),
  };
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export function fromHex(text: string): Bytes {
  refuseUnless(/^(?:[0-9a-f]{2})*$/.test(text), "E_ENCODING");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Strict: no padding, no other alphabet, no stray bits at the end, so that one value has one spelling. */
export function fromBase64Url(text: string): Bytes {
  refuseUnless(/^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1, "E_ENCODING");
  const bytes = binaryBytes(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  refuseUnless(toBase64Url(bytes) === text, "E_ENCODING");
  return bytes;
}

/** The padded alphabet of signed notes, as strict as the other one. */
export function fromBase64(text: string): Bytes {
  refuseUnless(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text), "E_ENCODING");
  const bytes = binaryBytes(atob(text));
  refuseUnless(toBase64(bytes) === text, "E_ENCODING");
  return bytes;
}

const binaryBytes = (binary: string): Bytes => Uint8Array.from(binary, (character) => character.charCodeAt(0));

export const uuidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function uuidBytes(uuid: string): Bytes {
  refuseUnless(uuidPattern.test(uuid), "E_ENCODING");
  return fromHex(uuid.replaceAll("-", ""));
}

export function uuidText(bytes: Uint8Array): string {
  const hex = toHex(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The name of a byte in one of the format's tables; undefined when the byte has no row. */
export const rowOf = <Name extends string>(table: Readonly<Record<Name, number>>, byte: number): Name | undefined =>
  // The keys of a const table are its Name type; Object.keys has forgotten that.
  (Object.keys(table) as Name[]).find((name) => table[name] === byte);

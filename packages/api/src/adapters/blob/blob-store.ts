/** One part of a write, named by what the store answered for it, as in S3: other bytes have another tag. */
export type PartTag = { part: number; tag: string };

export type OpenWrite = { key: string; writeId: string };

/**
 * Ciphertext by key, written once. The shape is S3's multipart upload, so that a driver for it adds little: parts may
 * come in any order, at the same time, and again; only `complete` makes the object visible, and only with the parts
 * that it names. All parts but the last have 5 MiB or more, because S3 takes no smaller ones. `behaviour.ts` is the
 * contract in executable form; each driver passes it.
 */
export type BlobStore = {
  /** Opens a write. Several may be open for one key; the first `complete` wins. */
  begin(key: string): Promise<string>;
  /** Streams one part and returns its tag. A source that fails or has another length than `size` leaves nothing behind. */
  writePart(write: OpenWrite, part: number, source: AsyncIterable<Uint8Array>, size: number): Promise<string>;
  /** Of a part that was sent twice, a store may hold what came last only. The write is gone: `BlobMissing`. */
  holds(write: OpenWrite, part: PartTag): Promise<boolean>;
  /** Nobody will name this part: the store may free it now, and does so at the latest when the write ends. */
  removePart(write: OpenWrite, part: PartTag): Promise<void>;
  /** Makes the object visible, durably. Again with the same parts: no effect. A part that is not there, or none at all: `PartMissing`. */
  complete(write: OpenWrite, parts: readonly PartTag[]): Promise<void>;
  /** Forgets an open write and its parts. */
  abort(write: OpenWrite): Promise<void>;
  /** Bytes `[from, to)` of the object, all of it by default. Not there: `BlobMissing`. */
  read(key: string, range?: { from: number; to: number }): Promise<AsyncIterable<Uint8Array>>;
  /** Size of the object, null when there is none. */
  size(key: string): Promise<number | null>;
  remove(key: string): Promise<void>;
  /** Writes that are still open and began, or last took a part, before this time. */
  listOpen(before: Date): AsyncIterable<OpenWrite>;
  /** Keys of objects that were completed before this time. */
  listStored(before: Date): AsyncIterable<string>;
  /** Writes and removes a byte: for the health page. */
  probe(): Promise<void>;
};

export class BlobMissing extends Error {
  override name = "BlobMissing";
}

export class PartMissing extends Error {
  override name = "PartMissing";
}

export class PartSizeWrong extends Error {
  override name = "PartSizeWrong";
}

/** The store itself does not answer: nothing is wrong with the request, and later it may work. */
export class BlobStoreAway extends Error {
  override name = "BlobStoreAway";
}

const keyPattern = /^[0-9a-z-]{8,64}$/;

/** Keys become paths: whatever is not plainly an id never reaches a store. */
export function checkedKey(key: string): string {
  if (!keyPattern.test(key)) throw new RangeError("not a blob key");
  return key;
}

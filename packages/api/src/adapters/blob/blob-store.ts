/** One part of a write, named by what the store answered for it, as in S3: an overwritten part has another tag. */
export type PartTag = { part: number; tag: string };

export type OpenWrite = { key: string; writeId: string };

/**
 * Ciphertext by key, written once. The shape is S3's multipart upload, so that a driver for it adds nothing: parts may
 * come in any order, at the same time, and again; only `complete` makes the object visible, and only with the parts
 * that it names. `behaviour.ts` is the contract in executable form; each driver passes it.
 */
export type BlobStore = {
  /** Opens a write. Several may be open for one key; the first `complete` wins. */
  begin(key: string): Promise<string>;
  /** Streams one part and returns its tag. A source that fails or has another length than `size` leaves nothing behind. */
  writePart(write: OpenWrite, part: number, source: AsyncIterable<Uint8Array>, size: number): Promise<string>;
  /** Forgets one part of an open write. Not there: no effect. */
  removePart(write: OpenWrite, part: PartTag): Promise<void>;
  /** Makes the object visible, durably. Again with the same parts: no effect. A part that is not there: `PartMissing`. */
  complete(write: OpenWrite, parts: readonly PartTag[]): Promise<void>;
  /** Forgets an open write and its parts. */
  abort(write: OpenWrite): Promise<void>;
  /** Bytes `[from, to)` of the object, all of it by default. Not there: `BlobMissing`. */
  read(key: string, range?: { from: number; to: number }): Promise<AsyncIterable<Uint8Array>>;
  /** Size of the object, null when there is none. */
  size(key: string): Promise<number | null>;
  remove(key: string): Promise<void>;
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

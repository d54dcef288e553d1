import { concat, u32, utf8, type Bytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { checkShape, integer, list, object, readJson, text, writeJson, type Read } from "../json.ts";
import { maximumPaddedLength } from "./padding.ts";

const hexOf = (bytes: number) => text(2 * bytes, new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const shape = object(
  { size: integer(0, maximumPaddedLength) },
  {
    name: text(1024),
    type: text(255),
    /** Which of the documents that were asked for this file is: a key of the service's list, never a sentence. */
    slot: text(64, /^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    /** Files that a message speaks about. */
    refs: list(object({ container_id: hexOf(16), message_id: hexOf(32) }, {}), 256),
    /** Newest message of the other side that the writer has verified: makes suppressed messages visible. */
    seen: hexOf(32),
    /** Newest checkpoint of the key log that the writer has seen. */
    log: object({ size: integer(0), root: hexOf(32) }, {}),
    /** Version of the writer's own vault. */
    vault: integer(1),
  },
);

/** What travels encrypted in front of the content. `size` is the length of the content. */
export type StoredMeta = Read<typeof shape>;
export type ContainerMeta = Omit<StoredMeta, "size">;

export const maximumMetaLength = 65_536;

/** u32 m || meta, the bytes in front of the content. Throws E_META; the limits of the fields keep it far below 64 KiB. */
export function encodeMeta(meta: ContainerMeta, size: number): Bytes {
  const json = utf8(writeJson(checkShape({ size, ...meta }, shape, "E_META")));
  return concat(u32(json.length), json);
}

/** Reads it back from the first plaintext segment. Throws E_LIMIT when the length is out of range, E_META otherwise. */
export function decodeMeta(plain: Bytes): { meta: StoredMeta; contentStart: number } {
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0);
  refuseUnless(length <= maximumMetaLength, "E_LIMIT");
  refuseUnless(4 + length <= plain.length, "E_META");
  return { meta: readJson(plain.subarray(4, 4 + length), shape, "E_META"), contentStart: 4 + length };
}

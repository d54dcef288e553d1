import { crc32 } from "./crc32.ts";

export type ZipEntry = { name: string; content: Blob; at: Date };

/** From here on a field of 32 bits says "look in the ZIP64 part". */
const full32 = 0xffff_ffff;
const full16 = 0xffff;
/** UTF-8 names (bit 11). Stored without compression: PDF and pictures are compressed already. */
const flags = 0x0800;

/**
 * An archive of files (APPNOTE 6.3.10). It refers to the contents instead of copying them: each is read once, in pieces,
 * for its checksum, and the browser may keep all of them on its disk. Entries may be made one after the other, so that
 * the next is opened when this one is done. A single file stays below 4 GiB; the archive may be larger.
 */
export async function makeZip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for await (const { name, content, at } of entries) {
    if (content.size >= full32) throw new RangeError("a file in an archive is smaller than 4 GiB");
    const file = { name: new TextEncoder().encode(name), size: content.size, crc: await checksum(content), at, offset };
    const header = localHeader(file);
    parts.push(header, content);
    directory.push(directoryEntry(file));
    offset += header.length + content.size;
  }
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  const end = endOf({ count: directory.length, size: directorySize, offset });
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

type Bytes = Uint8Array<ArrayBuffer>;
type Stored = { name: Bytes; size: number; crc: number; at: Date; offset: number };

async function checksum(content: Blob) {
  if (content.size === 0) return 0;
  const reader = content.stream().getReader();
  let value = 0;
  for (;;) {
    const { done, value: chunk } = await reader.read();
    if (done) return value;
    value = crc32(chunk, value);
  }
}

type Field = [bytes: 2 | 4 | 8, value: number];

/** Little-endian fields, one after the other. */
function record(fields: readonly Field[], ...rest: readonly Bytes[]): Bytes {
  const length = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const bytes = new Uint8Array(length + rest.reduce((sum, part) => sum + part.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    if (size === 4) view.setUint32(at, value, true);
    if (size === 8) view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  for (const part of rest) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Version 4.5 where ZIP64 is needed, 2.0 otherwise. */
const versionFor = (offset: number) => (offset >= full32 ? 45 : 20);

/** What local header and directory say alike. */
const common = ({ name, size, crc, at, offset }: Stored): Field[] => [
  [2, versionFor(offset)],
  [2, flags],
  [2, 0],
  ...dosTime(at),
  [4, crc],
  [4, size],
  [4, size],
  [2, name.length],
];

const localHeader = (file: Stored) => record([[4, 0x04034b50], ...common(file), [2, 0]], file.name);

function directoryEntry(file: Stored): Bytes {
  const isFar = file.offset >= full32;
  const extra = isFar
    ? record([
        [2, 0x0001],
        [2, 8],
        [8, file.offset],
      ])
    : record([]);
  return record(
    [
      [4, 0x02014b50],
      [2, versionFor(file.offset)],
      ...common(file),
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, isFar ? full32 : file.offset],
    ],
    file.name,
    extra,
  );
}

type Directory = { count: number; size: number; offset: number };

function endOf({ count, size, offset }: Directory): Bytes {
  const isFar = offset >= full32 || size >= full32 || count >= full16;
  const far = isFar
    ? record([
        [4, 0x06064b50],
        [8, 44],
        [2, 45],
        [2, 45],
        [4, 0],
        [4, 0],
        [8, count],
        [8, count],
        [8, size],
        [8, offset],
        [4, 0x07064b50],
        [4, 0],
        [8, offset + size],
        [4, 1],
      ])
    : record([]);
  const near = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, full16)],
    [2, Math.min(count, full16)],
    [4, Math.min(size, full32)],
    [4, Math.min(offset, full32)],
    [2, 0],
  ]);
  return record([], far, near);
}

/** Two seconds are its finest step, 1980 its first year, and it knows no time zone: the clock of this device. */
function dosTime(at: Date): Field[] {
  const year = Math.max(1980, at.getFullYear());
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
  const date = ((year - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
  return [
    [2, time],
    [2, date],
  ];
}

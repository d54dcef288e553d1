/** Markers of a JPEG up to its picture: what else it says about itself lies in these segments. */
function* segmentsOf(jpeg: Uint8Array) {
  for (let at = 2; at + 4 <= jpeg.length; ) {
    const marker = jpeg[at + 1] ?? 0;
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    if (jpeg[at] !== 0xff || length < 2) throw new RangeError("not a JPEG");
    const end = marker === startOfScan ? jpeg.length : at + 2 + length;
    yield { marker, at, end };
    at = end;
  }
}

const startOfScan = 0xda;
/** The frame of the format, and how its colours are meant. Everything else that is no picture is about the picture. */
const kept = new Set([0xe0, 0xee]);
const isAbout = (marker: number) => ((marker & 0xf0) === 0xe0 && !kept.has(marker)) || marker === 0xfe;

/** The picture, and nothing about it: no place, no time, no device, no remark, no second small picture. */
export function bareJpeg(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const bare = new Uint8Array(jpeg.length);
  bare.set(jpeg.subarray(0, 2));
  let length = 2;
  for (const { marker, at, end } of segmentsOf(jpeg)) {
    if (isAbout(marker)) continue;
    bare.set(jpeg.subarray(at, end), length);
    length += end - at;
  }
  return bare.slice(0, length);
}

const exifMarker = 0xe1;
const gpsTag = 0x8825;
const entryLength = 12;

/** True when it says where it was taken. For the sentence that it does not any more; what cannot be read says nothing. */
export function hasPlace(jpeg: Uint8Array): boolean {
  try {
    for (const { marker, at, end } of segmentsOf(jpeg))
      if (marker === exifMarker && namesPlace(jpeg.subarray(at + 4, end))) return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return false;
}

/** The first directory of the note has an entry that leads to another one, of coordinates. */
function namesPlace(note: Uint8Array): boolean {
  const view = new DataView(note.buffer, note.byteOffset, note.length);
  if (note.length < 14 || view.getUint32(0) !== 0x45_78_69_66) return false;
  const tiff = 6;
  const isLittle = view.getUint16(tiff) === 0x49_49;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  const count = view.getUint16(directory, isLittle);
  return Array.from({ length: count }, (_, entry) => directory + 2 + entry * entryLength).some(
    (at) => view.getUint16(at, isLittle) === gpsTag,
  );
}

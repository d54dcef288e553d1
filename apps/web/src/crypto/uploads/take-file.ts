import { type Bytes, CryptoError, createPieceDigest, devicePieceLength, type NativeKey } from "@dvd/crypto";
import { type KeptFiles, pieceCount } from "./kept-files.ts";

const piecesAtOnce = 16;

type Target = { files: KeptFiles; fileId: string; key: NativeKey };

/**
 * Reads a picked file once, from its beginning to its end: keeps it on this device, encrypted, and names its content.
 * `isKept` is false when the device has no room. Throws E_SOURCE when the file cannot be read any more.
 */
export async function takeFile(file: File, { files, fileId, key }: Target, onProgress?: (readBytes: number) => void) {
  const kept = await files.begin(fileId, key, file.size);
  let isKept = kept !== null;
  try {
    const digest = await readPieces(file, async (first, pieces) => {
      for (const [nth, piece] of pieces.entries())
        if (isKept) isKept = (await kept?.write(first + nth, piece)) ?? false;
      onProgress?.(Math.min((first + pieces.length) * devicePieceLength, file.size));
    });
    kept?.close();
    if (kept && !isKept) await files.remove(fileId);
    return { isKept, digest };
  } catch (error) {
    kept?.close();
    await files.remove(fileId);
    throw error;
  }
}

/** The digest of a picked file, without keeping it. Throws as above. */
export const digestOfFile = (file: File) => readPieces(file, () => Promise.resolve());

async function readPieces(file: File, onPieces: (first: number, pieces: Bytes[]) => Promise<void>) {
  const digest = createPieceDigest();
  const pieces = pieceCount(file.size);
  for (let first = 0; first < pieces; first += piecesAtOnce) {
    const block = await readBytes(file, first * devicePieceLength, (first + piecesAtOnce) * devicePieceLength);
    const count = pieceCount(block.length);
    const cut = Array.from({ length: count }, (_, nth) =>
      block.subarray(nth * devicePieceLength, (nth + 1) * devicePieceLength),
    );
    await Promise.all([digest.take(cut), onPieces(first, cut)]);
  }
  return digest.end();
}

/** A file that was moved, changed or unplugged since it was picked fails here and nowhere else. */
export async function readBytes(file: Blob, start: number, end: number): Promise<Bytes> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (cause) {
    throw new CryptoError("E_SOURCE", { cause });
  }
}

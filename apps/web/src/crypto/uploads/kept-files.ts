import {
  type Bytes,
  devicePieceLength,
  devicePieceOverhead,
  type NativeKey,
  openDevicePiece,
  type ReadContent,
  sealDevicePiece,
} from "@dvd/crypto";

/** Files that wait on this device until they are sent: encrypted piece by piece, in the browser's private file system. */
export type KeptFiles = {
  /** False when the device had no room; nothing is left behind then. */
  begin(fileId: string, key: NativeKey, size: number): Promise<KeptFile | null>;
  read(fileId: string, key: NativeKey, size: number): ReadContent;
  remove(fileId: string): Promise<void>;
};

/** Takes pieces in their order. `write` is false when the device has no more room. */
export type KeptFile = { write(index: number, plain: Bytes): Promise<boolean>; close(): void };

const folderName = "uploads";
const sealedLength = devicePieceLength + devicePieceOverhead;
export const pieceCount = (size: number) => Math.ceil(size / devicePieceLength);

const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });

const isFull = (error: unknown) => error instanceof DOMException && error.name === "QuotaExceededError";

export const keptFiles: KeptFiles = {
  async begin(fileId, key, size) {
    if (!(await hasRoom(size))) return null;
    const handle = await (await folder()).getFileHandle(fileId, { create: true });
    const access = await handle.createSyncAccessHandle();
    const last = pieceCount(size) - 1;
    return {
      async write(index, plain) {
        const sealed = await sealDevicePiece(key, { fileId, index, isLast: index === last }, plain);
        try {
          return access.write(sealed, { at: index * sealedLength }) === sealed.length;
        } catch (error) {
          if (isFull(error)) return false;
          throw error;
        }
      },
      close() {
        access.flush();
        access.close();
      },
    };
  },

  read(fileId, key, size) {
    const last = pieceCount(size) - 1;
    const file = folder()
      .then((parent) => parent.getFileHandle(fileId))
      .then((handle) => handle.getFile());
    // Looked at again by whoever reads; without this, a file that is gone would also be an error that nobody caught.
    file.catch(() => undefined);

    async function piece(index: number) {
      const sealed = (await file).slice(index * sealedLength, (index + 1) * sealedLength);
      const bytes = new Uint8Array(await sealed.arrayBuffer());
      return openDevicePiece(key, { fileId, index, isLast: index === last }, bytes);
    }

    return async (start, end) => {
      const content = new Uint8Array(end - start);
      const first = Math.floor(start / devicePieceLength);
      const indexes = Array.from({ length: pieceCount(end) - first }, (_, nth) => first + nth);
      await Promise.all(
        indexes.map(async (index) => {
          const from = index * devicePieceLength;
          const plain = (await piece(index)).subarray(Math.max(start - from, 0), end - from);
          content.set(plain, Math.max(from - start, 0));
        }),
      );
      return content;
    };
  },

  async remove(fileId) {
    await (await folder()).removeEntry(fileId).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === "NotFoundError")) throw error;
    });
  },
};

/** For the browser's own bookkeeping, and for what else people do with this device. */
const reserve = 64_000_000;

async function hasRoom(size: number) {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return pieceCount(size) * sealedLength + reserve <= quota - usage;
}

import {
  beginSeal,
  CryptoError,
  type CryptoErrorCode,
  type ContainerMeta,
  type PartSealing,
  partSize,
  type ReadContent,
  sealParts,
  toHex,
} from "@dvd/crypto";
import { newId } from "../../lib/new-id.ts";
import { fromBase64, toBase64 } from "../base64.ts";
import type { OpenCase } from "../open-case.ts";
import type { KeptFiles } from "./kept-files.ts";
import { putPart } from "./put-part.ts";
import { digestOfFile, readBytes, takeFile } from "./take-file.ts";
import {
  type AboutFile,
  type Bundle,
  type Container,
  type FileRecord,
  newFileKey,
  type UploadRecords,
} from "./upload-records.ts";

type Ports = {
  records: UploadRecords;
  files: KeptFiles;
  caseOf: (caseId: string) => OpenCase;
  send?: typeof putPart;
  now: () => Date;
};

/** A file as the page knows it. `isHere` is false when it has to be picked once more. */
export type ListedFile = Omit<AboutFile, "digest"> & {
  fileId: string;
  isHere: boolean;
};

export type NewFile = Pick<AboutFile, "name" | "type" | "slot" | "flags"> & {
  fileId: string;
  accountId: string;
  bundle: string;
  file: File;
};

type Running = { container: Container; sealing: PartSealing; read: ReadContent; stop: AbortController };
export type SignedFile = Container & { seal: string };
export type StoredPart = { part: number; digests: string };

/**
 * The part of an upload that touches content: keeps files on the device, seals them part by part and sends the parts.
 * When and in which order is the page's business.
 */
export function createUploads({ records, files, caseOf, send = putPart, now }: Ports) {
  /** Files that this device had no room for: they live as long as the page does. */
  const picked = new Map<string, File>();
  const running = new Map<string, Running>();
  const buffers: Uint8Array<ArrayBuffer>[] = [];

  async function get(fileId: string) {
    const record = await records.find(fileId);
    if (!record) throw new CryptoError("E_STATE");
    return record;
  }

  const asListed = ({ fileId, about }: Pick<FileRecord, "fileId" | "about">): ListedFile => {
    const { name, type, size, slot, flags, isKept } = about;
    return { fileId, name, type, size, slot, flags, isKept, isHere: isKept || picked.has(fileId) };
  };

  function readerOf({ fileId, key, about: { isKept, size } }: FileRecord): ReadContent {
    if (isKept) return files.read(fileId, key, size);
    const file = picked.get(fileId);
    if (!file) throw new CryptoError("E_SOURCE");
    return (start, end) => readBytes(file, start, end);
  }

  async function begin({ fileId, about, container: earlier }: FileRecord, caseId: string) {
    if (earlier) await records.forgetSealings(earlier.documentId);
    const { key: caseKey, me: sender } = caseOf(caseId);
    const sealing = await beginSeal({ caseKey, sender, type: "file", meta: metaOf(about), size: about.size });
    const headers = { header: toBase64(sealing.header), floeHeader: toBase64(sealing.floeHeader) };
    const container = { caseId, documentId: newId(), ...headers };
    await records.change(fileId, { container, seal: null });
    return container;
  }

  async function sealingOf({ about }: FileRecord, { caseId, header, floeHeader }: Container) {
    const { key: caseKey, me: sender } = caseOf(caseId);
    const headers = { header: fromBase64(header), floeHeader: fromBase64(floeHeader) };
    return sealParts({ ...headers, caseKey, sender, meta: metaOf(about), size: about.size });
  }

  function runningOf(fileId: string) {
    const upload = running.get(fileId);
    if (!upload) throw new CryptoError("E_STATE");
    return upload;
  }

  function stop(fileId: string) {
    running.get(fileId)?.stop.abort();
    running.delete(fileId);
  }

  async function remove(fileId: string) {
    stop(fileId);
    picked.delete(fileId);
    const record = await records.find(fileId);
    // The record first: with its key, what may be left of the file is noise.
    await records.remove(fileId);
    if (record?.container) await records.forgetSealings(record.container.documentId);
    await files.remove(fileId);
    return record;
  }

  return {
    /** Takes a file in: encrypted on this device, or only in memory when there is no room for it. */
    async addFile({ fileId, file, name, type, slot, flags, ...of }: NewFile, onProgress?: (readBytes: number) => void) {
      const key = await newFileKey();
      const { isKept, digest } = await takeFile(file, { files, fileId, key }, onProgress);
      const about = { name, type, slot, flags, size: file.size, digest: toHex(digest), isKept };
      if (!isKept) picked.set(fileId, file);
      await records.add({ ...of, fileId, addedAt: now().getTime(), about }, key);
      return asListed({ fileId, about });
    },

    async listFiles(accountId: string, bundle: string): Promise<ListedFile[]> {
      const own = (await records.list(accountId)).filter((record) => record.bundle === bundle);
      return own.toSorted((one, other) => one.addedAt - other.addedAt).map(asListed);
    },

    /** The same file, picked once more. False when it is another one. */
    async giveFile(fileId: string, file: File) {
      const { about } = await get(fileId);
      if (file.size !== about.size || toHex(await digestOfFile(file)) !== about.digest) return false;
      picked.set(fileId, file);
      return true;
    },

    /** Begins the container of a file, or goes on with the one that was begun for this case. */
    async startFile(fileId: string, caseId: string) {
      stop(fileId);
      const record = await get(fileId);
      const read = readerOf(record);
      const isSameCase = record.container?.caseId === caseId;
      let container = (isSameCase && record.container) || (await begin(record, caseId));
      const sealing = await sealingOf(record, container).catch(async (error: unknown) => {
        // Keys changed since it was begun: what is there of it nobody could finish.
        if (!(error instanceof CryptoError && outlived.has(error.code))) throw error;
        container = await begin(record, caseId);
        return sealingOf(record, container);
      });
      running.set(fileId, { container, sealing, read, stop: new AbortController() });
      return { ...container, bodyLength: sealing.bodyLength, parts: sealing.partCount };
    },

    /** Gives up the container that was begun, and returns its id: the next start begins another one. */
    async restartFile(fileId: string) {
      stop(fileId);
      const { container } = await get(fileId);
      if (container) await records.forgetSealings(container.documentId);
      await records.change(fileId, { container: null, seal: null });
      return container?.documentId ?? null;
    },

    /** False when the server holds a part that was not sealed here: nothing of it may be signed. */
    async ownsParts(fileId: string, stored: StoredPart[]) {
      const noted = await records.sealings(runningOf(fileId).container.documentId);
      return stored.every(({ part, digests }) => noted.get(part)?.includes(digests));
    },

    /** Seals one part and sends it, once. */
    async sendPart(fileId: string, part: number, onProgress?: (sentBytes: number) => void) {
      const { container, sealing, read, stop: stopped } = runningOf(fileId);
      const { documentId } = container;
      const buffer = buffers.pop() ?? new Uint8Array(partSize);
      try {
        const { body, digests } = await sealing.sealPart(part, read, buffer);
        // Before the first byte leaves: a part that arrived and is not noted here could never be signed.
        await records.noteSealed(documentId, part, toBase64(digests));
        await send({ documentId, part, body }, stopped.signal, onProgress);
      } finally {
        buffers.push(buffer);
      }
    },

    stopFile: stop,

    /** Signs what is stored, if all of it was sealed here. The same signature when it is asked for again. */
    async sealFile(fileId: string, stored: StoredPart[]) {
      const { container, sealing } = runningOf(fileId);
      const noted = await records.sealings(container.documentId);
      const ordered = stored.toSorted((one, other) => one.part - other.part);
      // Each part once and in its place: signed is the order of the digests, not the numbers that a server gives them.
      const isWhole = ordered.length === sealing.partCount && ordered.every(({ part }, place) => part === place);
      const isOwn = ordered.every(({ part, digests }) => noted.get(part)?.includes(digests));
      if (!isWhole || !isOwn) throw new CryptoError("E_STATE");
      const { seal } = await sealing.finish(ordered.map(({ digests }) => fromBase64(digests)));
      await records.change(fileId, { seal: toBase64(seal) });
      return { ...container, seal: toBase64(seal) } satisfies SignedFile;
    },

    /** What was signed of a file, if it was: its container, and the signature to send once more. */
    async sealedFile(fileId: string): Promise<SignedFile | null> {
      const { container, seal } = await get(fileId);
      return container && seal !== null ? { ...container, seal } : null;
    },

    removeFile: remove,

    async removeFiles(accountId: string, bundle?: string) {
      for (const record of await records.list(accountId))
        if ((bundle ?? record.bundle) === record.bundle) await remove(record.fileId);
    },

    /** Of every account of this device, what was added before `time` (in milliseconds) and belongs to nothing alive. */
    async removeFilesBefore(time: number, isAlive: (of: Bundle) => boolean) {
      for (const record of await records.listAll())
        if (record.addedAt <= time && !isAlive(record)) await remove(record.fileId);
    },

    /** Nothing goes on without keys; what is kept stays. */
    stopAll() {
      for (const fileId of running.keys()) stop(fileId);
    },
  };
}

const metaOf = ({ name, type, slot }: AboutFile): ContainerMeta => ({
  name,
  ...(type !== "" && { type }),
  ...(slot !== "" && { slot }),
});

/** A container that its sender cannot go on with any more. */
const outlived = new Set<CryptoErrorCode>(["E_SENDER", "E_HEADER_TAG", "E_KEYGEN", "E_CONTEXT", "E_SUITE"]);

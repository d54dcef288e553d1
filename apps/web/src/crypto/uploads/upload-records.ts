import { generateDeviceKey, type NativeKey, openDeviceRecord, sealDeviceRecord } from "@dvd/crypto";
import type { DocumentFlag } from "@dvd/domain/document/flags";
import { createDatabase } from "../indexed-db.ts";

/** What people would not want others to read: sealed under the key of the file. */
export type AboutFile = {
  name: string;
  type: string;
  size: number;
  slot: string;
  /** What was found in it that the person should know. */
  flags: readonly DocumentFlag[];
  /** Of the content, in hex: to know the file again when it has to be picked once more. */
  digest: string;
  isKept: boolean;
};

/** A container that was begun; all of it is known to the server as well. */
export type Container = { caseId: string; documentId: string; header: string; floeHeader: string };

export type FileRecord = {
  fileId: string;
  accountId: string;
  /** What the file belongs to: one thing that somebody is about to send. */
  bundle: string;
  addedAt: number;
  about: AboutFile;
  /** Cannot be exported. Gone with the record, and with it everything that this device kept of the file. */
  key: NativeKey;
  container: Container | null;
  /** Base64. Signed once: asked for again after a lost answer, the server wants the very same signature. */
  seal: string | null;
};

export type Bundle = Pick<FileRecord, "accountId" | "bundle">;

export type UploadRecords = {
  add(record: Omit<FileRecord, "key" | "container" | "seal">, key: NativeKey): Promise<void>;
  find(fileId: string): Promise<FileRecord | null>;
  list(accountId: string): Promise<FileRecord[]>;
  /** Of all accounts of this device, unopened. */
  listAll(): Promise<(Bundle & Pick<FileRecord, "fileId" | "addedAt">)[]>;
  change(fileId: string, part: Partial<Pick<FileRecord, "container" | "seal" | "about">>): Promise<void>;
  remove(fileId: string): Promise<void>;
  /** Every sealing of a part that may have left this device. A part of an earlier container is forgotten. */
  noteSealed(documentId: string, part: number, digests: string): Promise<void>;
  sealings(documentId: string): Promise<Map<number, string[]>>;
  forgetSealings(documentId: string): Promise<void>;
};

type StoredRecord = Omit<FileRecord, "about"> & { about: Uint8Array<ArrayBuffer> };
type Sealings = { documentId: string; part: number; digests: string[] };

const run = createDatabase("dvd-uploads", {
  files: { keyPath: "fileId" },
  sealings: { keyPath: ["documentId", "part"] },
});

export const newFileKey = generateDeviceKey;

const seal = (key: NativeKey, fileId: string, about: AboutFile) =>
  sealDeviceRecord(key, fileId, new TextEncoder().encode(JSON.stringify(about)));

async function open(stored: StoredRecord): Promise<FileRecord> {
  const plain = await openDeviceRecord(stored.key, stored.fileId, stored.about);
  // Written by the function above, and authenticated: nobody else can have written it.
  return { ...stored, about: JSON.parse(new TextDecoder().decode(plain)) as AboutFile };
}

const read = (fileId: string) => run<StoredRecord | undefined>("files", "readonly", (store) => store.get(fileId));
const readAll = () => run<StoredRecord[]>("files", "readonly", (store) => store.getAll());
const write = (stored: StoredRecord) => run("files", "readwrite", (store) => store.put(stored));

/** Every part of one document, and nothing of another. */
const ofDocument = (documentId: string) => IDBKeyRange.bound([documentId], [documentId, []]);

export const indexedDbRecords: UploadRecords = {
  async add(record, key) {
    await write({ ...record, key, about: await seal(key, record.fileId, record.about), container: null, seal: null });
  },

  async find(fileId) {
    const stored = await read(fileId);
    return stored ? open(stored) : null;
  },

  async list(accountId) {
    return Promise.all((await readAll()).filter((stored) => stored.accountId === accountId).map(open));
  },

  listAll: readAll,

  async change(fileId, { about, ...part }) {
    const stored = await read(fileId);
    if (!stored) return;
    await write({ ...stored, ...part, ...(about && { about: await seal(stored.key, fileId, about) }) });
  },

  async remove(fileId) {
    await run("files", "readwrite", (store) => store.delete(fileId));
  },

  async noteSealed(documentId, part, digests) {
    const earlier = await run<Sealings | undefined>("sealings", "readonly", (store) => store.get([documentId, part]));
    const note: Sealings = { documentId, part, digests: [...(earlier?.digests ?? []), digests] };
    await run("sealings", "readwrite", (store) => store.put(note));
  },

  async sealings(documentId) {
    const all = await run<Sealings[]>("sealings", "readonly", (store) => store.getAll(ofDocument(documentId)));
    return new Map(all.map(({ part, digests }) => [part, digests]));
  },

  async forgetSealings(documentId) {
    await run("sealings", "readwrite", (store) => store.delete(ofDocument(documentId)));
  },
};

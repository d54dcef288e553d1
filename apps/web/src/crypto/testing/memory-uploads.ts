import { type Bytes, segmentsPerPart } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import { toBase64 } from "../base64.ts";
import type { KeptFiles } from "../uploads/kept-files.ts";
import type { FileRecord, UploadRecords } from "../uploads/upload-records.ts";

/** What a browser keeps of uploads, without a browser. */
export function memoryRecords() {
  const files = new Map<string, FileRecord>();
  const sealings = new Map<string, Map<number, string[]>>();
  const records: UploadRecords = {
    add: async (record, key) => void files.set(record.fileId, { ...record, key, container: null, seal: null }),
    find: async (fileId) => files.get(fileId) ?? null,
    list: async (accountId) => [...files.values()].filter((record) => record.accountId === accountId),
    listAll: async () => [...files.values()],
    async change(fileId, part) {
      const record = files.get(fileId);
      if (record) files.set(fileId, { ...record, ...part });
    },
    remove: async (fileId) => void files.delete(fileId),
    async noteSealed(documentId, part, digests) {
      const parts = sealings.get(documentId) ?? new Map<number, string[]>();
      sealings.set(documentId, parts.set(part, [...(parts.get(part) ?? []), digests]));
    },
    sealings: async (documentId) => sealings.get(documentId) ?? new Map(),
    forgetSealings: async (documentId) => void sealings.delete(documentId),
  };
  return { records, isEmpty: () => files.size === 0 && sealings.size === 0 };
}

/** A device with room for so many bytes. */
export function memoryFiles(room = Infinity) {
  const kept = new Map<string, Bytes[]>();
  const files: KeptFiles = {
    async begin(fileId, _key, size) {
      if (size > room) return null;
      const pieces: Bytes[] = [];
      kept.set(fileId, pieces);
      return {
        async write(index, plain) {
          pieces[index] = plain.slice();
          return true;
        },
        close: () => undefined,
      };
    },
    read: (fileId) => async (start, end) =>
      new Uint8Array(await new Blob(kept.get(fileId) ?? []).slice(start, end).arrayBuffer()),
    remove: async (fileId) => void kept.delete(fileId),
  };
  return { files, isEmpty: () => kept.size === 0 };
}

const segmentLength = 262_144;

/** Keeps each part once, as it came first, and names it by the digests of its segments. */
export function partStore() {
  const parts = new Map<string, Map<number, Bytes>>();
  let failures: ("before" | "after")[] = [];

  async function digestsOf(body: Bytes) {
    const segments = Array.from({ length: Math.ceil(body.length / segmentLength) }, (_, index) =>
      crypto.subtle.digest("SHA-256", body.subarray(index * segmentLength, (index + 1) * segmentLength)),
    );
    return toBase64(new Uint8Array(await new Blob(await Promise.all(segments)).arrayBuffer()));
  }
  const of = (documentId: string) => parts.get(documentId) ?? new Map<number, Bytes>();

  return {
    /** The next parts are lost on the way there, or their answers on the way back. */
    failNext: (...next: ("before" | "after")[]) => (failures = next),
    async put({ documentId, part, body }: { documentId: string; part: number; body: Bytes }) {
      const failure = failures.shift();
      if (failure === "before") throw new DomainError("service.unavailable");
      if (!of(documentId).has(part)) parts.set(documentId, of(documentId).set(part, body.slice()));
      if (failure === "after") throw new DomainError("service.unavailable");
    },
    stored: (documentId: string) =>
      Promise.all([...of(documentId)].map(async ([part, body]) => ({ part, digests: await digestsOf(body) }))),
    /** As somebody who has written to the store himself. */
    replace: (documentId: string, part: number, body: Bytes) => of(documentId).set(part, body),
    segments: (documentId: string) =>
      [...of(documentId)]
        .toSorted(([one], [other]) => one - other)
        .flatMap(([, body]) =>
          Array.from({ length: segmentsPerPart }, (_, index) =>
            body.subarray(index * segmentLength, (index + 1) * segmentLength),
          ),
        )
        .filter(({ length }) => length > 0),
  };
}

import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BlobMissing, type BlobStore, checkedKey, type OpenWrite, PartMissing } from "./blob-store.ts";
import { exactly } from "./exactly.ts";

const partPattern = /^\d{5}\.[0-9a-f-]{36}$/;

/**
 * An object is a folder of parts, so nothing is copied when a write completes: the folder is renamed into place.
 * Durable means: each part is flushed before its name appears, and the folder that got a new name is flushed after, with
 * those above it: they may be new themselves, made by this write or by another that has not flushed them yet.
 */
export function filesystemBlobStore(root: string): BlobStore {
  const objectFolder = (key: string) => join(root, "objects", checkedKey(key).slice(-2), key.slice(-4, -2), key);
  const writeFolder = ({ key, writeId }: OpenWrite) => join(root, "pending", checkedKey(key), checkedKey(writeId));
  const closedFolder = (write: OpenWrite) => `${writeFolder(write)}.closed`;

  const abort = async (write: OpenWrite) => {
    await rm(writeFolder(write), { recursive: true, force: true });
    await rm(closedFolder(write), { recursive: true, force: true });
    // The folder of the key goes with its last write; another write may still be open in it.
    await rmdir(dirname(writeFolder(write))).catch(() => undefined);
  };

  return {
    async begin(key) {
      const writeId = randomUUID();
      await mkdir(writeFolder({ key, writeId }), { recursive: true });
      return writeId;
    },

    async writePart(write, part, source, size) {
      const tag = randomUUID();
      const folder = writeFolder(write);
      const unfinished = join(folder, `${tag}.tmp`);
      const file = await open(unfinished, "wx", 0o600).catch(asMissing);
      try {
        // writeFile on a handle continues at the current position and, unlike write, never stops half-way.
        for await (const chunk of exactly(source, size)) await file.writeFile(chunk);
        await file.sync();
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      await rename(unfinished, join(folder, partName(part, tag))).catch(asMissing);
      await flushFolder(folder);
      return tag;
    },

    async holds(write, { part, tag }) {
      const folder = writeFolder(write);
      if (await exists(join(folder, partName(part, checkedKey(tag))))) return true;
      if (await exists(folder)) return false;
      throw new BlobMissing();
    },

    async removePart(write, { part, tag }) {
      await rm(join(writeFolder(write), partName(part, checkedKey(tag))), { force: true });
    },

    async complete(write, parts) {
      if (parts.length === 0) throw new PartMissing();
      const target = objectFolder(write.key);
      if (await exists(target)) return abort(write);
      const folder = writeFolder(write);
      const closed = closedFolder(write);
      const wanted = new Set(parts.map(({ part, tag }) => partName(part, tag)));
      const present = await readdir((await exists(closed)) ? closed : folder).catch(asMissing);
      if (present.filter((name) => wanted.has(name)).length !== wanted.size) throw new PartMissing();
      // First no part can come any more, then what was sent twice or broke off goes: it must not get into the object.
      if (!(await exists(closed))) await rename(folder, closed);
      const unwanted = (await readdir(closed)).filter((name) => !wanted.has(name));
      await Promise.all(unwanted.map((name) => rm(join(closed, name))));
      await mkdir(dirname(target), { recursive: true });
      await rename(closed, target);
      for (const folder of [dirname(target), dirname(dirname(target)), join(root, "objects"), root])
        await flushFolder(folder);
      await rm(dirname(folder), { recursive: true, force: true });
    },

    abort,

    async read(key, range) {
      return readParts(await partsOf(objectFolder(key)), range ?? { from: 0, to: Number.POSITIVE_INFINITY });
    },

    async size(key) {
      const folder = objectFolder(key);
      if (!(await exists(folder))) return null;
      return (await partsOf(folder)).reduce((total, part) => total + part.size, 0);
    },

    async remove(key) {
      await rm(objectFolder(key), { recursive: true, force: true });
    },

    async *listOpen(before) {
      for (const key of await namesIn(join(root, "pending"))) {
        const ids = (await namesIn(join(root, "pending", key))).map((name) => name.replace(/\.closed$/, ""));
        for (const writeId of ids) {
          const write = { key, writeId };
          const folder = (await exists(writeFolder(write))) ? writeFolder(write) : closedFolder(write);
          if (await isOlder(folder, before)) yield write;
        }
      }
    },

    async *listStored(before) {
      const objects = join(root, "objects");
      for (const first of await namesIn(objects)) {
        for (const second of await namesIn(join(objects, first))) {
          for (const key of await namesIn(join(objects, first, second)))
            if (await isOlder(join(objects, first, second, key), before)) yield key;
        }
      }
    },

    async probe() {
      await mkdir(root, { recursive: true });
      const path = join(root, `probe-${randomUUID()}`);
      const file = await open(path, "wx");
      await file.writeFile("x");
      await file.close();
      await rm(path);
    },
  };
}

const partName = (part: number, tag: string) => `${String(part).padStart(5, "0")}.${tag}`;

type StoredPart = { path: string; size: number };

async function partsOf(folder: string): Promise<StoredPart[]> {
  const names = (await readdir(folder).catch(asMissing)).filter((name) => partPattern.test(name)).toSorted();
  const paths = names.map((name) => join(folder, name));
  return Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size })));
}

async function* readParts(parts: StoredPart[], range: { from: number; to: number }) {
  let start = 0;
  for (const part of parts) {
    const from = Math.max(range.from - start, 0);
    const to = Math.min(range.to - start, part.size);
    start += part.size;
    if (from >= to) continue;
    const file = await open(part.path, "r");
    try {
      yield* file.createReadStream({ start: from, end: to - 1, autoClose: false, highWaterMark: 262_144 });
    } finally {
      await file.close();
    }
  }
}

async function flushFolder(folder: string) {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** False also for what is gone by now. */
const isOlder = (path: string, before: Date) =>
  stat(path).then(
    ({ mtime }) => mtime < before,
    () => false,
  );

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

function asMissing(error: unknown): never {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") throw new BlobMissing("", { cause: error });
  throw error;
}

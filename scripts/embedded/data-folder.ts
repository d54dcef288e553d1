import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { EmbeddedError } from "./errors.ts";
import { clearLeftovers } from "./postgres.ts";
import { findPostgresHome, removePostgresHome } from "./postgres-home.ts";
import { hasCode } from "./postgres-binaries.ts";
import { processMark } from "./processes.ts";

const markerFile = ".direktvermittlung-data";
const runFile = "run.json";
const runFacts = z.object({ process: z.string(), publicUrl: z.string() });

export type DataFolder = {
  path: string;
  postgres: string;
  blobs: string;
  logs: string;
  /** Tells a second start where the first one answers. */
  announce(publicUrl: string): void;
  release(): void;
};

/** Takes the folder for this process. Only one profile runs on a folder at a time. */
export async function openDataFolder(path: string, isReset: boolean): Promise<DataFolder> {
  const folder = resolve(path);
  refuseForeignFolder(folder);
  // As root the database runs under another account, which has to walk through; what is secret inside is closed itself.
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  writeFileSync(
    join(folder, markerFile),
    "Angelegt von DirektVermittlung. `npm start -- --reset` löscht diesen Ordner.\n",
  );
  takeLock(folder);
  try {
    if (isReset) await empty(folder);
    for (const name of ["blobs", "logs"]) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  } catch (error) {
    rmSync(join(folder, runFile), { force: true });
    throw error;
  }
  return {
    path: folder,
    postgres: join(folder, "postgres"),
    blobs: join(folder, "blobs"),
    logs: join(folder, "logs"),
    announce: (publicUrl) => writeRunFile(folder, publicUrl, "w"),
    release: () => rmSync(join(folder, runFile), { force: true }),
  };
}

/** A mistyped DVD_DATA_DIR must never end in a deleted home folder. */
function refuseForeignFolder(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, markerFile))) return;
  if (readdirSync(folder).length > 0) throw new EmbeddedError("folder-not-ours", { folder });
}

function takeLock(folder: string): void {
  try {
    return writeRunFile(folder, "", "wx");
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
  const { success, data } = runFacts.safeParse(readJson(join(folder, runFile)));
  if (success && processMark(Number.parseInt(data.process, 10)) === data.process) {
    throw new EmbeddedError("already-running", { folder, publicUrl: data.publicUrl });
  }
  // Left by a run that was killed. If two starts come this far at once, only one of them can make the file anew.
  rmSync(join(folder, runFile), { force: true });
  writeRunFile(folder, "", "wx");
}

function writeRunFile(folder: string, publicUrl: string, flag: "w" | "wx"): void {
  const facts = { process: processMark(process.pid) ?? "", publicUrl };
  writeFileSync(join(folder, runFile), JSON.stringify(facts), { flag, mode: 0o600 });
}

async function empty(folder: string): Promise<void> {
  const postgres = join(folder, "postgres");
  if (existsSync(postgres)) await clearLeftovers(findPostgresHome(postgres).cluster);
  removePostgresHome(postgres);
  for (const name of readdirSync(folder)) {
    if (name !== markerFile && name !== runFile) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Cut short by a crash: as good as none.
    return undefined;
  }
}

import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** A file that only its owner may read, made once; `make` is not asked again as long as the file is there. */
export async function readOrMake<T>(file: string, parse: (json: unknown) => T, make: () => T | Promise<T>): Promise<T> {
  if (existsSync(file)) return parse(JSON.parse(readFileSync(file, "utf8")));
  const made = await make();
  writePrivately(file, made);
  return made;
}

/** Renamed into place, so that a start that was killed leaves no half-written secrets behind. */
export function writePrivately(file: string, content: unknown): void {
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  // The mode above is only for new files: one left over from a killed start keeps its own.
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file);
}

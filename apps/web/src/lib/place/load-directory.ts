import { type DirectoryFile, directoryFormat } from "@dvd/domain/search/directory-file";
import type { LocalText } from "@dvd/domain/service/service";

/** With the time at which it came: rules have first and last days. */
export type LoadedDirectory = DirectoryFile & { at: Date };

const loading = new Map<keyof LocalText, Promise<LoadedDirectory>>();

/** The public directory, once for a page load. Asked for without a login: the answer is the same for everybody. */
export function loadDirectory(version: keyof LocalText): Promise<LoadedDirectory> {
  const known = loading.get(version);
  if (known) return known;
  const file = fetchDirectory(version);
  loading.set(version, file);
  // Whoever tries again gets a new request.
  file.catch(() => loading.delete(version));
  return file;
}

async function fetchDirectory(version: keyof LocalText): Promise<LoadedDirectory> {
  const answer = await fetch(`/api/directory/${version}.json`, { credentials: "omit" });
  if (!answer.ok) throw new Error(`the directory answered ${answer.status}`);
  // Written by our own server from this very type; a cached one of another build says so in its format.
  const file = (await answer.json()) as DirectoryFile;
  if (file.format !== directoryFormat) throw new Error("the directory has another format");
  return { ...file, at: new Date() };
}

import type { ZipEntry } from "../archive/zip.ts";
import { collectCase, type Collector } from "./collect-case.ts";
import type { ExportAccount, ExportData, ExportedCase, ExportedDraft } from "./export-data.ts";
import { renderIndex } from "./render-index.ts";

export type ExportProgress = { case: number; cases: number; document: number; documents: number };

type Export = Omit<Collector, "onProgress"> & {
  account: ExportAccount;
  caseIds: readonly string[];
  drafts: ExportedDraft[];
  onProgress: (progress: ExportProgress) => void;
};

/** All files of an archive, one case after the other, and last what is said about all of them. */
export async function* exportEntries({
  account,
  caseIds,
  drafts,
  onProgress,
  ...collector
}: Export): AsyncGenerator<ZipEntry> {
  const { now: at, words } = collector;
  const cases: ExportedCase[] = [];
  for (const [place, caseId] of caseIds.entries()) {
    const where = { case: place + 1, cases: caseIds.length };
    onProgress({ ...where, document: 0, documents: 0 });
    cases.push(yield* collectCase({ ...collector, onProgress: (step) => onProgress({ ...where, ...step }) }, caseId));
  }
  const data: ExportData = {
    format: "direktvermittlung-export",
    version: 1,
    createdAt: at.toISOString(),
    account,
    cases,
    drafts,
  };
  yield { name: "daten.json", content: new Blob([JSON.stringify(data, null, 2)]), at };
  yield { name: "index.html", content: new Blob([renderIndex(data, words.index)]), at };
}

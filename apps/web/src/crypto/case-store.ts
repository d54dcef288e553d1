import type { CaseEntry, CaseStore, SentEntry } from "./begun-cases.ts";
import { createDatabase } from "./indexed-db.ts";

const run = createDatabase("dvd-begun-cases", { cases: { keyPath: "caseId" } });

export const indexedDbCases: CaseStore = {
  exclusively: (work) => navigator.locks.request("dvd-begun-cases", work),
  list: () => run<(CaseEntry | SentEntry)[]>("cases", "readonly", (store) => store.getAll()),
  async put(entry) {
    await run("cases", "readwrite", (store) => store.put(entry));
  },
  async remove(caseId) {
    await run("cases", "readwrite", (store) => store.delete(caseId));
  },
};

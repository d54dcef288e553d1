import type { CaseEntry, CaseStore, SentEntry } from "../begun-cases.ts";

/** What a browser keeps of cases that were begun, without a browser. Its windows share it. */
export function memoryCases() {
  const entries = new Map<string, CaseEntry | SentEntry>();
  let turn: Promise<unknown> = Promise.resolve();
  const store: CaseStore = {
    exclusively: (work) => {
      const mine = turn.then(work);
      turn = mine.catch(() => undefined);
      return mine;
    },
    list: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.caseId, entry),
    remove: async (caseId) => void entries.delete(caseId),
  };
  return { store, onDisk: () => [...entries.values()] };
}

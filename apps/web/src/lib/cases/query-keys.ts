import type { CaseGroup } from "@dvd/domain/case/lifecycle";

/** Names of cached data, so that a change of one case refreshes everything that shows it, and nothing else. */
export const caseKeys = {
  list: ["cases"],
  own: (group: CaseGroup) => ["cases", "own", group],
  one: (caseId: string) => ["case", caseId],
  anyOpened: (caseId: string) => ["case", caseId, "opened"],
  opened: (caseId: string, opening: string) => ["case", caseId, "opened", opening],
  events: (caseId: string) => ["case", caseId, "events"],
  messages: (caseId: string, opening: string) => ["case", caseId, "messages", opening],
} as const;

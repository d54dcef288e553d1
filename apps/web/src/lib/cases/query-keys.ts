/** Names of cached data, so that a change of one case refreshes everything that shows it, and nothing else. */
export const caseKeys = {
  list: ["cases"],
  one: (caseId: string) => ["case", caseId],
  anyOpened: (caseId: string) => ["case", caseId, "opened"],
  opened: (caseId: string, opening: string) => ["case", caseId, "opened", opening],
  messages: (caseId: string, opening: string) => ["case", caseId, "messages", opening],
} as const;

/** What the device finds in a document that is no reason to refuse it, but that its sender should know. */
export const documentFlags = ["password"] as const;
export type DocumentFlag = (typeof documentFlags)[number];

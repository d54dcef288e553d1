import type { Verdict } from "../verdict.ts";

/**
 * Who may write to citizens in the name of a unit: the list that the authority has signed last for it decides, because it is
 * what the browser of a citizen believes. Anybody else's words would be kept, and shown to nobody. The button asks the list
 * that its own browser has verified, the command the one in the database.
 */
export const maySpeak = (signed: ReadonlySet<string>, accountId: string): Verdict =>
  signed.has(accountId) || "member.not-believed";

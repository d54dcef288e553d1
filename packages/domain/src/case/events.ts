import { type ChangeKind, changeKinds } from "../changes.ts";

/** What the history of a case tells: every change that rings, and what is worth knowing without ringing for it. */
export const caseEventKinds = [...changeKinds, "document.opened"] as const;
export type CaseEventKind = ChangeKind | "document.opened";

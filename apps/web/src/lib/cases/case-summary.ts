import type { CaseAnswer } from "../../crypto/wire-types.ts";

/** A line of a list, and the head of a case. Its `may` says which buttons are there. */
export type CaseSummary = CaseAnswer["summary"];

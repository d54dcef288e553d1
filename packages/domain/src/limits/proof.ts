/** What a device has to work for before we do, so that a program cannot do it by the thousand. */
export const provenActions = ["cases.openDraft"] as const;
export type ProvenAction = (typeof provenActions)[number];

export const isProvenAction = (path: string): path is ProvenAction => provenActions.some((action) => action === path);

/**
 * A challenge is solved by trying counters from 0 until the derived key is the right one. The right counter is ours and
 * has a highest value: nobody is unlucky, and the slowest phone knows an end.
 */
export const proofCost = {
  /** Rounds of PBKDF2 for one try. */
  iterations: 5_000,
  /** The counter lies between these two; both included. */
  lowest: 60,
  highest: 140,
  minutesValid: 20,
} as const;

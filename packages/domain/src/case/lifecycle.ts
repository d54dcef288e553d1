/** DRAFT is seen by its citizen only: the authority's transactions cannot select it. */
export const caseStates = ["DRAFT", "RECEIVED", "ROUTED", "ASSIGNED", "IN_PROGRESS"] as const;
export type CaseState = (typeof caseStates)[number];

/** Somebody works on it or will: its key may still be handed on. */
const openStates: readonly CaseState[] = ["ROUTED", "ASSIGNED", "IN_PROGRESS"];
export const isOpen = (state: CaseState) => openStates.includes(state);

type CaseTransition = {
  from: readonly CaseState[];
  to: CaseState;
  by: "citizen" | "official" | "system";
};

/** What may happen to a case. The button, the command and the test read this table. */
export const caseActions = {
  submit: { from: ["DRAFT"], to: "RECEIVED", by: "citizen" },
  route: { from: ["RECEIVED"], to: "ROUTED", by: "system" },
  claim: { from: ["ROUTED"], to: "ASSIGNED", by: "official" },
  start: { from: ["ASSIGNED"], to: "IN_PROGRESS", by: "official" },
} as const satisfies Record<string, CaseTransition>;

export type CaseAction = keyof typeof caseActions;

export const canHappen = (action: CaseAction, state: CaseState) =>
  (caseActions[action].from as readonly CaseState[]).includes(state);

/** The word a person sees; the sentences are in the dictionaries under `status.citizen` and `status.official`. */
export const statusWords = {
  DRAFT: { citizen: "draft", official: "draft" },
  RECEIVED: { citizen: "sent", official: "new" },
  ROUTED: { citizen: "arrived", official: "new" },
  ASSIGNED: { citizen: "inReview", official: "claimed" },
  IN_PROGRESS: { citizen: "inReview", official: "claimed" },
} as const satisfies Record<CaseState, { citizen: string; official: string }>;

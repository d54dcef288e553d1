/** DRAFT is seen by its citizen only: the authority's transactions cannot select it. */
export const caseStates = ["DRAFT", "RECEIVED", "ROUTED", "ASSIGNED", "IN_PROGRESS", "WAITING", "WITHDRAWN"] as const;
export type CaseState = (typeof caseStates)[number];

/** The authority has it, whatever became of it: its key may be handed on to the citizen's new one. */
const keptStates: readonly CaseState[] = ["ROUTED", "ASSIGNED", "IN_PROGRESS", "WAITING", "WITHDRAWN"];
export const isKept = (state: CaseState) => keptStates.includes(state);

/** Somebody writes in it or may: neither a draft nor at its end. */
export const runningStates: readonly CaseState[] = ["RECEIVED", "ROUTED", "ASSIGNED", "IN_PROGRESS", "WAITING"];
export const isRunning = (state: CaseState) => runningStates.includes(state);

type CaseTransition = {
  from: readonly CaseState[];
  to: CaseState;
  by: "citizen" | "official" | "system";
};

/** What may happen to a case. The button, the command and the test read this table. */
export const caseActions = {
  submit: { from: ["DRAFT"], to: "RECEIVED", by: "citizen" },
  route: { from: ["RECEIVED"], to: "ROUTED", by: "system" },
  /** Also of a case that somebody worked on who has left: nobody is responsible for it. */
  claim: { from: ["ROUTED", "IN_PROGRESS"], to: "ASSIGNED", by: "official" },
  release: { from: ["ASSIGNED", "IN_PROGRESS"], to: "ROUTED", by: "official" },
  /** Out of somebody's hands or into them, while it goes on waiting for its citizen. */
  passOn: { from: ["WAITING"], to: "WAITING", by: "official" },
  start: { from: ["ASSIGNED"], to: "IN_PROGRESS", by: "official" },
  askCitizen: { from: ["ASSIGNED", "IN_PROGRESS"], to: "WAITING", by: "official" },
  citizenAnswered: { from: ["WAITING"], to: "IN_PROGRESS", by: "citizen" },
  resume: { from: ["WAITING"], to: "IN_PROGRESS", by: "official" },
  withdraw: { from: ["RECEIVED", "ROUTED", "ASSIGNED", "IN_PROGRESS", "WAITING"], to: "WITHDRAWN", by: "citizen" },
} as const satisfies Record<string, CaseTransition>;

export type CaseAction = keyof typeof caseActions;

/** How a case gets into somebody's hands, and out of them, in the state that it is in. */
export const claiming = (state: CaseState) => (state === "WAITING" ? "passOn" : "claim");
export const releasing = (state: CaseState) => (state === "WAITING" ? "passOn" : "release");

export const canHappen = (action: CaseAction, state: CaseState) =>
  (caseActions[action].from as readonly CaseState[]).includes(state);

/** The word a person sees; the sentences are in the dictionaries under `status.citizen` and `status.official`. */
export const statusWords = {
  DRAFT: { citizen: "draft", official: "draft" },
  RECEIVED: { citizen: "sent", official: "new" },
  ROUTED: { citizen: "arrived", official: "new" },
  ASSIGNED: { citizen: "inReview", official: "claimed" },
  IN_PROGRESS: { citizen: "inReview", official: "claimed" },
  WAITING: { citizen: "needsYou", official: "waiting" },
  WITHDRAWN: { citizen: "withdrawn", official: "withdrawn" },
} as const satisfies Record<CaseState, { citizen: string; official: string }>;

/** A citizen's cases as the lists show them: what waits for them, what runs without them, what is over. */
export const caseGroupNames = ["todo", "open", "finished"] as const;
export type CaseGroup = (typeof caseGroupNames)[number];
export const caseGroups = {
  todo: ["WAITING"],
  open: ["RECEIVED", "ROUTED", "ASSIGNED", "IN_PROGRESS"],
  finished: ["WITHDRAWN"],
} as const satisfies Record<CaseGroup, readonly CaseState[]>;

import type { Actor } from "../actor.ts";
import type { Verdict } from "../verdict.ts";
import type { CitizenId, OfficialId, TenantId, UnitId } from "../ids.ts";
import { type CaseState, canHappen, claiming, isKept, isRunning } from "./lifecycle.ts";

/** As much of a case as the rules look at. */
export type CaseFacts = {
  tenantId: TenantId;
  unitId: UnitId;
  citizenId: CitizenId;
  state: CaseState;
  assignedOfficialId: OfficialId | null;
  /** When its citizen deleted the account: nobody is there any more who could read. */
  citizenLeftAt: Date | null;
};

const isInvolved = (facts: CaseFacts, actor: Actor) =>
  actor.kind === "citizen"
    ? facts.citizenId === actor.citizenId
    : facts.state !== "DRAFT" && facts.tenantId === actor.tenantId && actor.unitIds.includes(facts.unitId);

const isAssignee = (facts: CaseFacts, actor: Actor) =>
  actor.kind === "official" && facts.assignedOfficialId === actor.officialId;

/** Permissions of a case as one table: the button shows what the command permits. */
export const caseCan = {
  read: (facts: CaseFacts, actor: Actor): Verdict => isInvolved(facts, actor) || "case.not-found",

  submit: (facts: CaseFacts, actor: Actor): Verdict => {
    if (!isInvolved(facts, actor)) return "case.not-found";
    if (actor.kind !== "citizen") return "auth.wrong-role";
    return canHappen("submit", facts.state) || "case.wrong-state";
  },

  claim: (facts: CaseFacts, actor: Actor): Verdict => {
    if (!isInvolved(facts, actor)) return "case.not-found";
    if (actor.kind !== "official") return "auth.wrong-role";
    if (facts.assignedOfficialId !== null) return "case.already-claimed";
    return canHappen(claiming(facts.state), facts.state) || "case.wrong-state";
  },

  /** Officials write only in cases they have taken, so that a citizen never hears two voices at once. */
  write: (facts: CaseFacts, actor: Actor): Verdict => {
    if (!isInvolved(facts, actor)) return "case.not-found";
    if (!isRunning(facts.state)) return "case.wrong-state";
    if (facts.citizenLeftAt !== null) return "case.citizen-left";
    return actor.kind === "citizen" || isAssignee(facts, actor) || "case.not-assigned";
  },

  /** Asking for evidence hands the case over to the citizen until they have answered. */
  askCitizen: (facts: CaseFacts, actor: Actor): Verdict => {
    if (!isInvolved(facts, actor)) return "case.not-found";
    if (actor.kind !== "official") return "auth.wrong-role";
    const mayWrite = caseCan.write(facts, actor);
    return mayWrite === true ? canHappen("askCitizen", facts.state) || "case.wrong-state" : mayWrite;
  },

  answer: (facts: CaseFacts, actor: Actor): Verdict => {
    if (!isInvolved(facts, actor)) return "case.not-found";
    if (actor.kind !== "citizen") return "auth.wrong-role";
    return canHappen("citizenAnswered", facts.state) || "case.wrong-state";
  },

  /** Goes on without the answer. Also when nobody is there any more to give one: the case would wait for ever. */
  resume: (facts: CaseFacts, actor: Actor): Verdict => {
    if (!isInvolved(facts, actor)) return "case.not-found";
    if (actor.kind !== "official") return "auth.wrong-role";
    if (!isAssignee(facts, actor)) return "case.not-assigned";
    return canHappen("resume", facts.state) || "case.wrong-state";
  },

  withdraw: (facts: CaseFacts, actor: Actor): Verdict => {
    if (!isInvolved(facts, actor)) return "case.not-found";
    if (actor.kind !== "citizen") return "auth.wrong-role";
    return canHappen("withdraw", facts.state) || "case.wrong-state";
  },

  /** Everybody of the unit, not the assignee alone: a card is shown at the counter, whoever sits there that day. */
  grantCopy: (facts: CaseFacts, actor: Actor): Verdict => {
    if (!isInvolved(facts, actor)) return "case.not-found";
    if (actor.kind !== "official") return "auth.wrong-role";
    return isKept(facts.state) || "case.wrong-state";
  },

  /** A draft collects documents before it is sent; afterwards the rule is the one for messages. */
  upload: (facts: CaseFacts, actor: Actor): Verdict =>
    facts.state === "DRAFT" ? caseCan.submit(facts, actor) : caseCan.write(facts, actor),
} as const;

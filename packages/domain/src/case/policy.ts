import type { Actor, OfficialActor } from "../actor.ts";
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
  /** Officials who have declared that they are biased. Citizens are not told of them. */
  recusedIds: readonly OfficialId[];
  /** Colleagues of other units for whom its assignee has sealed its key. It counts on the days on which they stand in. */
  entrustedIds: readonly OfficialId[];
};

type Rule = (facts: CaseFacts, actor: Actor) => Verdict;

function isInvolved(facts: CaseFacts, actor: Actor) {
  if (actor.kind === "citizen") return facts.citizenId === actor.citizenId;
  if (facts.state === "DRAFT" || facts.tenantId !== actor.tenantId) return false;
  return isOfUnit(facts, actor) || isEntrusted(facts, actor);
}

const isOfUnit = ({ unitId }: Pick<CaseFacts, "unitId">, actor: OfficialActor) => actor.unitIds.includes(unitId);

/** Into the case of another unit leads the word of its assignee, as long as they are represented, and no membership. */
export const isEntrusted = (facts: CaseFacts, actor: OfficialActor) =>
  !isOfUnit(facts, actor) && facts.entrustedIds.includes(actor.officialId) && actingFor(facts, actor) !== null;

const isRecused = (facts: CaseFacts, actor: Actor) =>
  actor.kind === "official" && facts.recusedIds.includes(actor.officialId);

/** For whom an official acts in a case when they do what only its assignee may; null when for themselves or not at all. */
export function actingFor({ assignedOfficialId }: Pick<CaseFacts, "assignedOfficialId">, actor: Actor) {
  if (actor.kind !== "official" || assignedOfficialId === null) return null;
  return actor.standsInFor.includes(assignedOfficialId) ? assignedOfficialId : null;
}

/** Whoever has taken the case, and their deputy as long as they are away. */
const isAssignee = (facts: CaseFacts, actor: Actor) =>
  actor.kind === "official" && (facts.assignedOfficialId === actor.officialId || actingFor(facts, actor) !== null);

/** Asked before every rule: a stranger learns nothing of a case, and whoever is biased no more than that it is closed to them. */
const unlessKeptOut =
  (rule: Rule): Rule =>
  (facts, actor) => {
    if (!isInvolved(facts, actor)) return "case.not-found";
    return isRecused(facts, actor) ? "case.recused" : rule(facts, actor);
  };

const byCitizen = (rule: (facts: CaseFacts) => Verdict) =>
  unlessKeptOut((facts, actor) => (actor.kind === "citizen" ? rule(facts) : "auth.wrong-role"));
const byOfficial = (rule: (facts: CaseFacts, actor: OfficialActor) => Verdict) =>
  unlessKeptOut((facts, actor) => (actor.kind === "official" ? rule(facts, actor) : "auth.wrong-role"));
/** What is sealed or signed for the whole unit is believed from nobody else, a deputy of another unit included. */
const byUnit = (rule: (facts: CaseFacts) => Verdict) =>
  byOfficial((facts, actor) => (isOfUnit(facts, actor) ? rule(facts) : "member.not-believed"));

/** Officials write only in cases they have taken, so that a citizen never hears two voices at once. */
const write = unlessKeptOut((facts, actor) => {
  if (!isRunning(facts.state)) return "case.wrong-state";
  if (facts.citizenLeftAt !== null) return "case.citizen-left";
  return actor.kind === "citizen" || isAssignee(facts, actor) || "case.not-assigned";
});

const submit = byCitizen(({ state }) => canHappen("submit", state) || "case.wrong-state");

/** Permissions of a case as one table: the button shows what the command permits. */
export const caseCan = {
  read: unlessKeptOut(() => true),

  submit,

  /** As long as nobody else has it: afterwards it is withdrawn. */
  discard: submit,

  claim: byOfficial(({ state, assignedOfficialId }) => {
    if (assignedOfficialId !== null) return "case.already-claimed";
    return canHappen(claiming(state), state) || "case.wrong-state";
  }),

  write,

  /** Asking for evidence hands the case over to the citizen until they have answered. */
  askCitizen: byOfficial((facts, actor) => {
    const mayWrite = write(facts, actor);
    return mayWrite === true ? canHappen("askCitizen", facts.state) || "case.wrong-state" : mayWrite;
  }),

  answer: byCitizen(({ state }) => canHappen("citizenAnswered", state) || "case.wrong-state"),

  /** Goes on without the answer. Also when nobody is there any more to give one: the case would wait for ever. */
  resume: byOfficial((facts, actor) => {
    if (!isAssignee(facts, actor)) return "case.not-assigned";
    return canHappen("resume", facts.state) || "case.wrong-state";
  }),

  withdraw: byCitizen(({ state }) => canHappen("withdraw", state) || "case.wrong-state"),

  /** Everybody of the unit, not the assignee alone: a card is shown at the counter, whoever sits there that day. */
  grantCopy: byUnit(({ state }) => isKept(state) || "case.wrong-state"),

  /** Whoever could read could be biased, in every state of the case, also after its end. */
  recuse: byOfficial(() => true),

  /** Everybody of the unit: no case may stay behind because of who happens to work on it. */
  reseal: byUnit(({ state }) => isRunning(state) || "case.wrong-state"),

  /** Into the hands of a deputy of another unit, by whoever has taken it and nobody in their place. */
  entrust: byOfficial(({ state, assignedOfficialId }, actor) => {
    if (assignedOfficialId !== actor.officialId) return "case.not-assigned";
    return isRunning(state) || "case.wrong-state";
  }),

  /** A draft collects documents before it is sent; afterwards the rule is the one for messages. */
  upload: (facts: CaseFacts, actor: Actor): Verdict =>
    facts.state === "DRAFT" ? submit(facts, actor) : write(facts, actor),
} as const;

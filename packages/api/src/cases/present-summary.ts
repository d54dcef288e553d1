import type { CaseSummaryRow } from "@dvd/db/repositories/cases";
import type { Actor } from "@dvd/domain/actor";
import { actingFor, caseCan } from "@dvd/domain/case/policy";
import { tenantCan } from "@dvd/domain/tenant/policy";

/** Citizens learn that somebody has taken their case, not who: names are in the sealed messages. */
const assigneeFor = (row: CaseSummaryRow, actor: Actor) => {
  if (row.assignedOfficialId === null) return "nobody" as const;
  if (actor.kind === "official" && row.assignedOfficialId === actor.officialId) return "me" as const;
  return actingFor(row, actor) === null ? ("colleague" as const) : ("represented" as const);
};

export function presentSummary(row: CaseSummaryRow, actor: Actor) {
  // Drafts are in no list; every other state has a reference and a time by a check of the table.
  if (row.reference === null || row.receivedAt === null) throw new Error("a submitted case has a reference");
  return {
    caseId: row.id,
    reference: row.reference,
    serviceKey: row.serviceKey,
    unitId: row.unitId,
    unit: row.unit,
    authority: row.authority,
    state: row.state,
    version: row.version,
    assignedTo: assigneeFor(row, actor),
    representing: actingFor(row, actor) === null ? null : row.assigneeSign,
    may: {
      claim: caseCan.claim(row, actor) === true,
      write: caseCan.write(row, actor) === true,
      grantCopy: row.copy === "OPEN" && caseCan.grantCopy(row, actor) === true,
      askCitizen: caseCan.askCitizen(row, actor) === true,
      answer: caseCan.answer(row, actor) === true,
      resume: caseCan.resume(row, actor) === true,
      withdraw: caseCan.withdraw(row, actor) === true,
      recuse: caseCan.recuse(row, actor) === true,
    },
    recused: tenantCan("liftRecusal", actor, { unitId: row.unitId }) === true ? row.recusedIds.length : 0,
    dueOn: row.dueOn,
    hasCitizenLeft: row.citizenLeftAt !== null,
    copy: row.copy,
    messages: row.messages ?? 0,
    receivedAt: row.receivedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
